import type { OgcClient } from '@geoclients/ogc-client'
import { createJobStore } from '@geoclients/ogc-client/store'
import { useMemo, useSyncExternalStore } from 'react'

/** Starts a job and shows its state. After a reload of the page, it continues with the same job. */
export function JobProgress({ ogc }: { readonly ogc: OgcClient }) {
  const store = useMemo(() => createJobStore(ogc, { storage: sessionStorage }), [ogc])
  const { status, progress = 0, error } = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return (
    <section>
      <button
        type="button"
        disabled={status === 'starting'}
        onClick={() => void store.start('sleep_a_while', { inputs: { duration: 1 } })}
      >
        Start a job
      </button>
      {error && <p role="alert">{error.message}</p>}
      {status && (
        <p>
          <progress max={100} value={progress} /> <output>{status}</output>
        </p>
      )}
    </section>
  )
}
