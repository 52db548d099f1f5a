import type { Job, JobInfo, OgcClient } from '@geoclients/ogc-client'
import { UsageError } from '../../program/usage-error.ts'
import { Questions } from '../../terminal/ask.ts'
import { duration } from '../../terminal/duration.ts'
import { Interrupted } from '../../terminal/interrupts.ts'
import type { Live } from '../../terminal/live.ts'
import { printable } from '../../terminal/printable.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Shows a job until it has ended. Ctrl-C asks whether to leave or dismiss it. Without a terminal, the job continues.
 *
 * @param waitTimeout milliseconds; default: no limit
 * @throws Interrupted if the person does not want to wait
 * @throws OgcError as `job.wait` does, `wait-timeout` among others
 */
export async function follow(
  terminal: Terminal,
  job: Job,
  progress: Live,
  waitTimeout: number = Number.MAX_VALUE
): Promise<void> {
  const started = Date.now()
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, terminal.signal])
  let asking: Promise<void> | undefined
  const ask = async (): Promise<void> => {
    progress.clear()
    const decision = await decide(terminal, job)
    if (decision === 'go on') return
    if (decision === 'dismiss') await job.dismiss()
    terminal.say(printable(decision === 'dismiss' ? `Job ${job.id} was dismissed.` : goesOn(job)))
    stop.abort(new Interrupted('SIGINT'))
  }
  const release = terminal.interrupts.claim(() => {
    asking ??= ask()
      .catch((error: unknown) => stop.abort(error))
      .finally(() => {
        asking = undefined
      })
  })
  const onProgress = (info: JobInfo): void => {
    if (!asking) progress.update(line(job, info), () => `${line(job, info)} · ${duration(Date.now() - started)}`)
  }
  try {
    await job.wait({ signal, waitTimeout, onProgress }).finally(() => asking)
    signal.throwIfAborted()
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    release()
  }
}

function goesOn({ id }: Job): string {
  return id === undefined
    ? 'The server does not say how to find the job again.'
    : `The job continues: geoclients ogc wait ${id}`
}

/** The state of a job on one line. */
function line(job: Job, { status, progress, message }: JobInfo): string {
  const parts = [job.processId, job.id, status, progress === undefined ? undefined : `${progress} %`, message]
  return printable(parts.filter((part) => part !== undefined && part !== '').join(' · '))
}

async function decide(terminal: Terminal, job: Job): Promise<'leave' | 'dismiss' | 'go on'> {
  if (!terminal.isInteractive || job.id === undefined) return 'leave'
  const choices = [
    { value: 'leave', label: 'leave it running, and stop waiting' },
    { value: 'dismiss', label: 'dismiss it' },
    { value: 'go on', label: 'keep waiting' }
  ] as const
  const question = new Questions(terminal).choice(`Job ${printable(job.id)} has not ended.`, choices, '')
  return question.catch((error: unknown) => {
    // A second Ctrl-C leaves the job.
    if (error instanceof Interrupted) return 'leave' as const
    throw error
  })
}

/** The handle of a job from the command line, with its process. */
export async function jobOf(ogc: OgcClient, id: string, signal: AbortSignal): Promise<Job> {
  if (id === '') throw new UsageError('the id of the job is empty')
  const job = ogc.job(id)
  await job.refresh({ signal })
  return job
}
