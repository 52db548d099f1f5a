import type { Command } from 'commander'
import type { Terminal } from '../terminal/terminal.ts'
import { defineDeploying } from './commands/deploying.ts'
import { defineReading } from './commands/reading.ts'
import { defineRunning } from './commands/running.ts'
import { defineSetup } from './commands/setup.ts'

const examples = `
Examples:
  geoclients ogc configure --base-url https://example.com/ogc
  geoclients ogc process ndvi
  geoclients ogc run ndvi -i scene=S2A_32UNB -i bands=@bands.json -o results
  geoclients ogc jobs --watch`

/** `geoclients ogc …`: a command for each operation, with the names of the reference client as others. */
export function defineOgc(program: Command, terminal: Terminal): void {
  const ogc = program
    .command('ogc')
    .description('OGC API - Processes: list processes, run them, watch their jobs')
    .helpCommand(false)
    .addHelpText('after', examples)
  defineReading(ogc, terminal)
  defineRunning(ogc, terminal)
  defineDeploying(ogc, terminal)
  defineSetup(ogc, terminal)
}
