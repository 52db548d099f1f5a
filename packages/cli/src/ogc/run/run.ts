import type { OgcClient, ProcessDescription, StartOptions } from '@geoclients/ogc-client'
import type { ServiceOptions } from '../../program/service-options.ts'
import { live } from '../../terminal/live.ts'
import { show } from '../../terminal/show.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { jobView } from '../jobs.ts'
import { openOgc } from '../open.ts'
import { checkInputs } from '../validate.ts'
import { follow, jobOf } from './follow.ts'
import { type InputOptions, readRequest } from './inputs.ts'
import { checkFolder, deliver, type OutputOptions } from './outputs.ts'

export interface RunOptions extends ServiceOptions, InputOptions, OutputOptions {
  readonly mode?: 'auto' | 'sync' | 'async'
  /** False: the server alone checks the inputs. */
  readonly validate?: boolean
  readonly detach?: boolean
  readonly quiet?: boolean
  /** Milliseconds. */
  readonly waitTimeout?: number
}

/** Runs a process and delivers what comes out. */
export async function run(terminal: Terminal, id: string, options: RunOptions): Promise<void> {
  await checkFolder(options)
  using ogc = await openOgc(terminal, options)
  const request = await prepare(terminal, ogc, id, options)
  const progress = await live(terminal, options.quiet)
  try {
    progress.update(`starting ${id}`)
    const start: StartOptions = { mode: options.mode, signal: terminal.signal }
    const job = await ogc.submit(id, request, start)
    if (options.detach) {
      progress.stop()
      return await show(terminal, options, { data: job.info, view: jobView(job.info) })
    }
    await follow(terminal, job, progress, options.waitTimeout)
    await deliver(terminal, await job.results({ signal: terminal.signal }), options, progress)
  } finally {
    progress.stop()
  }
}

/** Sends one execution, and shows the resulting job or results. */
export async function execute(terminal: Terminal, id: string, options: RunOptions): Promise<void> {
  await checkFolder(options)
  using ogc = await openOgc(terminal, options)
  const request = await prepare(terminal, ogc, id, options)
  const { results, ...info } = await ogc.executeProcess(id, request, { signal: terminal.signal })
  if (results) return deliver(terminal, results, options)
  await show(terminal, options, { data: info, view: jobView(info) })
}

/** Waits for an existing job, and delivers its results. */
export async function wait(terminal: Terminal, id: string, options: RunOptions): Promise<void> {
  await checkFolder(options)
  using ogc = await openOgc(terminal, options)
  const progress = await live(terminal, options.quiet)
  try {
    const job = await jobOf(ogc, id, terminal.signal)
    await follow(terminal, job, progress, options.waitTimeout)
    await deliver(terminal, await job.results({ signal: terminal.signal }), options, progress)
  } finally {
    progress.stop()
  }
}

/** Delivers the results of a job that has ended. */
export async function results(terminal: Terminal, id: string, options: ServiceOptions & OutputOptions): Promise<void> {
  await checkFolder(options)
  using ogc = await openOgc(terminal, options)
  await deliver(terminal, await ogc.getJobResults(id, { signal: terminal.signal }), options)
}

export async function dismiss(terminal: Terminal, id: string, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await ogc.dismissJob(id, { signal: terminal.signal })
  await show(terminal, options, { data, view: jobView(data) })
}

async function prepare(terminal: Terminal, ogc: OgcClient, id: string, options: RunOptions) {
  const description: ProcessDescription = await ogc.getProcess(id, { signal: terminal.signal })
  const request = await readRequest(terminal, description, options)
  if (options.validate !== false) checkInputs(description, request)
  return request
}
