import { type Command, Option } from 'commander'
import { type ServiceOptions, seconds, several, withService } from '../../program/service-options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { OutputOptions } from '../run/outputs.ts'
import type { RunOptions } from '../run/run.ts'

const inputs = `
Inputs:
  -i scene=S2A_32UNB     JSON, or text if the process expects text
  -i bands=@bands.json   the content of a file; @- is standard input
  -i image=@https://…    a reference: the server fetches it
  -i area=7,46,8,47      a bounding box, if the process expects one
  -i name=a -i name=b    several values`

/** Adds the options that give inputs. */
export function withInputs(command: Command): Command {
  return command
    .option('-i, --input <name=value>', 'an input; may be repeated', several)
    .option('-r, --request <file>', 'a request in JSON or YAML; - is standard input')
    .addHelpText('after', inputs)
}

function withOutput(command: Command): Command {
  return command.option('-o, --output <dir>', 'save each output as a file in this folder')
}

/** What starts, follows and ends jobs. */
export function defineRunning(ogc: Command, terminal: Terminal): void {
  withService(
    withOutput(withInputs(ogc.command('run').argument('<process>').description('run a process and get its results')))
      .addOption(new Option('--mode <mode>', 'what to ask the server for').choices(['auto', 'sync', 'async']))
      .option('--no-validate', 'send inputs even if they do not match the description')
      .option('--detach', 'do not wait for the job')
      .option('--wait-timeout <seconds>', 'how long to wait for the job', seconds)
      .option('--quiet', 'show no progress')
  ).action(async (id: string, options: RunOptions) => (await import('../run/run.ts')).run(terminal, id, options))
  withService(
    withOutput(
      withInputs(
        ogc
          .command('execute')
          .alias('execute-process')
          .argument('<process>')
          .description('send one execution without waiting')
      )
    ).option('--no-validate', 'send inputs even if they do not match the description')
  ).action(async (id: string, options: RunOptions) => (await import('../run/run.ts')).execute(terminal, id, options))
  withService(
    withOutput(ogc.command('wait').argument('<job>').description('wait for a job and get its results'))
      .option('--wait-timeout <seconds>', 'how long to wait', seconds)
      .option('--quiet', 'show no progress')
  ).action(async (id: string, options: RunOptions) => (await import('../run/run.ts')).wait(terminal, id, options))
  withService(
    withOutput(
      ogc
        .command('results')
        .aliases(['get-job-results', 'get-results'])
        .argument('<job>')
        .description('get the results of a job')
    )
  ).action(async (id: string, options: ServiceOptions & OutputOptions) =>
    (await import('../run/run.ts')).results(terminal, id, options)
  )
  withService(
    ogc.command('dismiss').alias('dismiss-job').argument('<job>').description('cancel a job, or remove one that ended')
  ).action(async (id: string, options: ServiceOptions) =>
    (await import('../run/run.ts')).dismiss(terminal, id, options)
  )
}
