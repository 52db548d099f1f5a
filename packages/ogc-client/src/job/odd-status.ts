import { oneLine } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'

/** How long an unknown status may stay the same before the client warns, in ms. */
const patience = 120_000

/** Warns if an unknown status of a job does not change, because the job may have ended. */
export class OddStatus {
  #key = ''
  #since = 0

  note({ jobID, status, progress }: JobInfo, { clock, warn }: Pick<OgcCore, 'clock' | 'warn'>): void {
    const key = isKnownStatus(status) ? '' : `${status} ${progress}`
    if (key !== this.#key) this.#since = clock.now()
    this.#key = key
    if (key === '' || clock.now() - this.#since < patience) return
    const [id, word] = [jobID, status].map((text) => JSON.stringify(oneLine(text)))
    const told = `the status of job ${id} has been ${word} for ${patience / 60_000} minutes, and no known server uses that status`
    warn('job status', `${told}. If the job has ended, the wait continues until its waitTimeout`)
  }
}
