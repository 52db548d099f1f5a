import type { Command } from 'commander'
import { count, type ServiceOptions, seconds, several, withService } from '../../program/service-options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { JobsOptions } from '../jobs.ts'
import type { InputOptions } from '../run/inputs.ts'
import type { CreateRequestOptions } from '../validate.ts'
import { withInputs } from './running.ts'

/** What only reads, and starts nothing. */
export function defineReading(ogc: Command, terminal: Terminal): void {
  withService(ogc.command('capabilities').alias('get-capabilities').description('show the landing page')).action(
    async (options: ServiceOptions) => (await import('../server.ts')).showCapabilities(terminal, options)
  )
  withService(
    ogc.command('conformance').alias('get-conformance').description('list the conformance classes of the server')
  ).action(async (options: ServiceOptions) => (await import('../server.ts')).showConformance(terminal, options))
  withService(
    ogc.command('processes').aliases(['list-processes', 'lp', 'get-processes']).description('list the processes')
  ).action(async (options: ServiceOptions) => (await import('../processes.ts')).showProcesses(terminal, options))
  withService(
    ogc.command('process').alias('get-process').argument('<id>').description('show a process, its inputs and outputs')
  ).action(async (id: string, options: ServiceOptions) =>
    (await import('../processes.ts')).showProcess(terminal, id, options)
  )
  withService(
    withInputs(
      ogc
        .command('create-request')
        .argument('<process>')
        .description('write a request with the defaults, for you to complete')
    )
      .option('--required-only', 'leave out inputs with a default')
      .option('-o, --output <file>', 'write it to a file, JSON or YAML')
  ).action(async (id: string, options: CreateRequestOptions) =>
    (await import('../validate.ts')).writeRequest(terminal, id, options)
  )
  withService(
    withInputs(
      ogc
        .command('validate')
        .alias('validate-request')
        .argument('<process>')
        .description('check inputs without sending them')
    )
  ).action(async (id: string, options: ServiceOptions & InputOptions) =>
    (await import('../validate.ts')).validate(terminal, id, options)
  )
  withService(
    ogc
      .command('jobs')
      .aliases(['list-jobs', 'get-jobs'])
      .description('list jobs, the newest first')
      .option('--status <status>', 'only jobs with this status; may be repeated', several)
      .option('--process <id>', 'only jobs of this process; may be repeated', several)
      .option('--limit <n>', 'maximum number of jobs', count)
      .option('--watch', 'show the list as it changes')
      .option('--interval <seconds>', 'with --watch: the interval', seconds)
  ).action(async (options: JobsOptions) =>
    options.watch
      ? (await import('../watch-jobs.ts')).watchJobs(terminal, options)
      : (await import('../jobs.ts')).showJobs(terminal, options)
  )
  withService(ogc.command('job').alias('get-job').argument('<id>').description('show the state of a job')).action(
    async (id: string, options: ServiceOptions) => (await import('../jobs.ts')).showJob(terminal, id, options)
  )
}
