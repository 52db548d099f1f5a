import type { Job } from '@geoclients/ogc-client'
import { useEffect, useRef, useState } from 'react'
import { useOgc } from '../app/services-context.ts'
import type { OutputChoice } from '../form/output-choice.ts'

export type Starting =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  | { readonly state: 'failed'; readonly error: unknown }

export interface Start {
  readonly start: (inputs: Readonly<Record<string, unknown>>, outputs: OutputChoice) => Promise<Job | undefined>
  readonly starting: Starting
  readonly cancel: () => void
}

/** Starts runs of a process. A synchronous server responds only at the end of the run. */
export function useStart(processId: string): Start {
  const { runs } = useOgc()
  const [starting, setStarting] = useState<Starting>({ state: 'idle' })
  const end = useRef<AbortController>(undefined)
  useEffect(() => () => end.current?.abort(), [])
  const start = async (inputs: Readonly<Record<string, unknown>>, outputs: OutputChoice): Promise<Job | undefined> => {
    end.current?.abort()
    const own = new AbortController()
    end.current = own
    setStarting({ state: 'sending' })
    try {
      const job = await runs.start(processId, { inputs, ...(outputs && { outputs }) }, { signal: own.signal })
      setStarting({ state: 'idle' })
      return job
    } catch (error) {
      setStarting(own.signal.aborted ? { state: 'idle' } : { state: 'failed', error })
      return undefined
    }
  }
  return { start, starting, cancel: () => end.current?.abort() }
}
