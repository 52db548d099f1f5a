import type { Command } from 'commander'
import { withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { DoctorOptions } from './doctor.ts'

const examples = `
It reads, and asks for things that are not there. Only --run starts something.

Examples:
  geoclients doctor https://example.com/ogc
  geoclients doctor https://example.com/ogc --run echo --markdown report.md`

/** `geoclients doctor URL`. */
export function defineDoctor(program: Command, terminal: Terminal): void {
  withService(
    program
      .command('doctor')
      .argument('[url]')
      .description('examine a server of OGC API - Processes, without harm')
      .option('--run <process>', 'also run this process, with the defaults of its inputs')
      .option('--markdown <file>', 'write a report, and a badge beside it')
      .option('--strict', 'fail also where the client makes up for it')
      .addHelpText('after', examples)
  ).action(async (url: string | undefined, options: DoctorOptions) =>
    (await import('./doctor.ts')).doctor(terminal, url, options)
  )
}
