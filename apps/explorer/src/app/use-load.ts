import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

export type Loading<T> = Loaded<T> & { readonly again: () => void }

/** Loads the data of a view. Aborted if the view goes away or its `inputs` change. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loading<T> {
  const [round, setRound] = useState(0)
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew each time; `inputs` say when it differs.
  useEffect(() => {
    const end = new AbortController()
    setLoaded({ state: 'loading' })
    load(end.signal).then(
      (value) => end.signal.aborted || setLoaded({ state: 'done', value }),
      (error: unknown) => end.signal.aborted || setLoaded({ state: 'failed', error })
    )
    return () => end.abort()
  }, [...inputs, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...loaded, again }
}
