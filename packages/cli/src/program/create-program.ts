import { Command } from 'commander'
import { defineCas } from '../cas/commands.ts'
import { defineCompletion } from '../completion/commands.ts'
import { defineDoctor } from '../doctor/commands.ts'
import { defineExplore } from '../explore/commands.ts'
import { defineOgc } from '../ogc/commands.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { version } from './version.ts'

const examples = `
Examples:
  geoclients ogc processes --base-url https://example.com/ogc
  geoclients ogc run ndvi -i scene=S2A_32UNB -o results
  geoclients cas extract catchments.geojson -d copernicus:elevation -o catchments.csv
  geoclients doctor https://example.com/ogc

Exit codes: 0 ok, 1 usage, 2 the server refused, 3 network, 130 interrupted.
The address of the server comes from --base-url, the environment or the configuration file.`

/** All commands. Their code is loaded when one is called. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('geoclients')
    .description('Clients for OGC API - Processes (ogc) and the Community Attribute Service (cas).')
    .version(version, '--version', 'show the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError('(--help lists all commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      getOutHelpWidth: () => terminal.widthOf(terminal.stdout) ?? 100,
      getErrHelpWidth: () => terminal.widthOf(terminal.stderr) ?? 100
    })
    .addHelpText('after', examples)
  defineOgc(program, terminal)
  defineCas(program, terminal)
  defineDoctor(program, terminal)
  defineExplore(program, terminal)
  defineCompletion(program, terminal)
  return program
}
