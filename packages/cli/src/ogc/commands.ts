import type { Command } from 'commander'
import { count, type ServiceOptions, several, withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'

const examples = `
Examples:
  geoclients ogc configure --base-url https://example.com/ogc
  geoclients ogc processes
  geoclients ogc process ndvi
  geoclients ogc jobs --status failed --json`

/** `geoclients ogc …`: one command an operation, named as in the reference client, with shorter names. */
export function defineOgc(program: Command, terminal: Terminal): void {
  const ogc = program
    .command('ogc')
    .description('OGC API - Processes: see processes, run them, watch their jobs')
    .helpCommand(false)
    .addHelpText('after', examples)

  withService(ogc.command('capabilities').alias('get-capabilities').description('show the landing page')).action(
    async (options: ServiceOptions) => (await import('./server.ts')).showCapabilities(terminal, options)
  )
  withService(
    ogc.command('conformance').alias('get-conformance').description('list what the server conforms to')
  ).action(async (options: ServiceOptions) => (await import('./server.ts')).showConformance(terminal, options))
  withService(ogc.command('processes').aliases(['list-processes', 'lp']).description('list the processes')).action(
    async (options: ServiceOptions) => (await import('./processes.ts')).showProcesses(terminal, options)
  )
  withService(
    ogc.command('process').alias('get-process').argument('<id>').description('show a process, its inputs and outputs')
  ).action(async (id: string, options: ServiceOptions) =>
    (await import('./processes.ts')).showProcess(terminal, id, options)
  )
  withService(
    ogc
      .command('jobs')
      .alias('list-jobs')
      .description('list jobs, the newest first')
      .option('--status <status>', 'only those in this state; may be repeated', several)
      .option('--process <id>', 'only those of this process; may be repeated', several)
      .option('--limit <n>', 'no more than so many', count)
  ).action(async (options: import('./jobs.ts').JobsOptions) => (await import('./jobs.ts')).showJobs(terminal, options))
  withService(ogc.command('job').alias('get-job').argument('<id>').description('show the state of a job')).action(
    async (id: string, options: ServiceOptions) => (await import('./jobs.ts')).showJob(terminal, id, options)
  )
}
