import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

export type Loading<T> = Loaded<T> & { readonly again: () => void }

/** Loads the data of a view. Aborted if the view goes away or its `inputs` change. Data of other inputs is never returned. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loading<T> {
  const [round, setRound] = useState(0)
  const wanted = [...inputs, round]
  const [latest, setLatest] = useState<{ readonly of: readonly unknown[]; readonly loaded: Loaded<T> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew each time; `inputs` say when it differs.
  useEffect(() => {
    const end = new AbortController()
    const keep = (loaded: Loaded<T>): void => {
      if (!end.signal.aborted) setLatest({ of: wanted, loaded })
    }
    load(end.signal).then(
      (value) => keep({ state: 'done', value }),
      (error: unknown) => keep({ state: 'failed', error })
    )
    return () => end.abort()
  }, [...inputs, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const isLatest = latest?.of.every((input, i) => Object.is(input, wanted[i]))
  return { ...(latest && isLatest ? latest.loaded : { state: 'loading' }), again }
}
