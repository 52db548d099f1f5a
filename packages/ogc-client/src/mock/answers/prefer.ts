import type { ProcessDescription } from '../../generated/types.ts'

/** The preferences of an execution in `Prefer` (RFC 7240). Others are ignored. */
export interface Preferences {
  readonly respondAsync: boolean
  /** Seconds. */
  readonly wait: number | undefined
}

export function readPrefer(header: string | null): Preferences {
  const tokens = (header ?? '').split(',').map((token) => (token.split(';')[0] ?? '').trim().toLowerCase())
  const wait = tokens.map((token) => /^wait\s*=\s*"?(\d+)"?$/.exec(token)?.[1]).find((value) => value !== undefined)
  return { respondAsync: tokens.includes('respond-async'), wait: wait === undefined ? undefined : Number(wait) }
}

/** When an execution is answered: at its end, immediately, or at its end if that is within some milliseconds. */
export type ExecutionMode = 'sync' | 'async' | { readonly within: number }

/**
 * Without `respond-async`, a process runs synchronously if it can (`/req/core/process-execute-default-execution-mode`). With it,
 * a process with both modes runs asynchronously; with `wait` too, it first has that long to respond synchronously. `wait`
 * alone never makes a run asynchronous.
 */
export function chooseMode({ jobControlOptions = [] }: ProcessDescription, prefer: Preferences): ExecutionMode {
  const async = jobControlOptions.includes('async-execute')
  // The standard's default, if a description names no mode.
  const sync = jobControlOptions.includes('sync-execute') || !async
  if (!sync) return 'async'
  if (!async || !prefer.respondAsync) return 'sync'
  return prefer.wait === undefined ? 'async' : { within: prefer.wait * 1000 }
}

/** The header `Preference-Applied` with the preferences that were followed; none if there were none. */
export function preferenceApplied(prefer: Preferences, answered: 'sync' | 'async', duration: number): HeadersInit {
  const applied: string[] = []
  if (answered === 'async' && prefer.respondAsync) applied.push('respond-async')
  if (answered === 'sync' && prefer.wait !== undefined && duration <= prefer.wait * 1000)
    applied.push(`wait=${prefer.wait}`)
  return applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') }
}
