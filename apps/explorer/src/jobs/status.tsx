import type { JobStatus } from '@geoclients/ogc-client'
import type { ReactElement } from 'react'
import { texts } from '../texts/en.ts'

/** Whether the job has ended. */
export const isOver = (status: JobStatus): boolean =>
  status === 'successful' || status === 'failed' || status === 'dismissed'

/** A status in words, with a colour that only repeats them. */
export function Status({ status }: { readonly status: JobStatus }): ReactElement {
  return <span className={`status status-${status}`}>{texts.status[status] ?? status}</span>
}
