import { type Job, type JobInfo, normaliseStatus } from '@geoclients/ogc-client'
import type { ListedRun } from '@geoclients/ogc-client/store'
import { useEffect, useState } from 'react'
import { useOgc } from '../app/services-context.ts'

/** A job that was started elsewhere, followed like a run of this browser; undefined until the server responds. */
export function useServerRun(id: string | undefined): { readonly run?: ListedRun; readonly error?: unknown } {
  const { client } = useOgc()
  const [found, setFound] = useState<{ readonly run?: ListedRun; readonly error?: unknown }>({})
  useEffect(() => {
    setFound({})
    if (id === undefined) return undefined
    const end = new AbortController()
    const job = client.job(id)
    follow(job, end.signal, (info) => setFound({ run: asRun(job, info) })).catch(
      (error: unknown) => end.signal.aborted || setFound((before) => ({ ...before, error }))
    )
    return () => end.abort()
  }, [client, id])
  return found
}

async function follow(job: Job, signal: AbortSignal, tell: (info: JobInfo) => void): Promise<void> {
  tell(await job.refresh({ signal }))
  for await (const info of job.watch({ signal })) tell(info)
}

const asRun = (job: Job, info: JobInfo): ListedRun => ({
  job,
  processId: info.processID ?? job.processId,
  inputs: undefined,
  started: Date.parse(info.created ?? info.started ?? '') || Date.now(),
  status: normaliseStatus(info.status),
  progress: info.progress,
  message: info.message,
  error: undefined
})
