import type { Command } from 'commander'
import { port } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { ExploreOptions } from './explore.ts'

const examples = `
The page is served only to this machine, until Ctrl-C. The command forwards requests to the named servers, so they need
no CORS headers.
You sign in on the page.

Examples:
  geoclients explore https://example.com/ogc
  geoclients explore --cas https://example.com/cas --port 8080`

/** `geoclients explore URL`. */
export function defineExplore(program: Command, terminal: Terminal): void {
  program
    .command('explore')
    .argument('[url]', 'an OGC API - Processes server')
    .description('serve a page to run processes and see results on a map')
    .option('--cas <url>', 'a Community Attribute Service')
    .option('--port <port>', 'the port; 0 selects a free one', port, 0)
    .addHelpText('after', examples)
    .action(async (url: string | undefined, options: ExploreOptions) =>
      (await import('./explore.ts')).explore(terminal, url, options)
    )
}
