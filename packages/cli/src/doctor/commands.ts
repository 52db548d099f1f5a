import type { Command } from 'commander'
import { withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { DoctorOptions } from './doctor.ts'

const examples = `
It only reads, and it also requests things that do not exist. Only --run starts a process.

Examples:
  geoclients doctor https://example.com/ogc
  geoclients doctor https://example.com/ogc --run echo --markdown report.md`

/** `geoclients doctor URL`. */
export function defineDoctor(program: Command, terminal: Terminal): void {
  withService(
    program
      .command('doctor')
      .argument('[url]')
      .description('examine an OGC API - Processes server without changing anything')
      .option('--run <process>', 'also run this process, with the defaults of its inputs')
      .option('--markdown <file>', 'write a report, and a badge next to it')
      .option('--strict', 'also fail for deviations that the client can handle')
      .addHelpText('after', examples)
  ).action(async (url: string | undefined, options: DoctorOptions) =>
    (await import('./doctor.ts')).doctor(terminal, url, options)
  )
}
