'use client'

import { OgcClient } from '@geoclients/ogc-client'
import { createJobStore, type JobStore } from '@geoclients/ogc-client/store'
import { useEffect, useState, useSyncExternalStore } from 'react'

/** A client component: it starts a job from the browser, through the rewrite in `next.config.ts`. */
export function JobProgress() {
  const [store, setStore] = useState<JobStore>()
  // Next also renders client components on the server, where there is no `location`. An effect runs only in the browser.
  useEffect(() => {
    const ogc = new OgcClient({ baseUrl: `${location.origin}/ogc` })
    setStore(createJobStore(ogc, { storage: sessionStorage }))
  }, [])
  return store ? <JobView store={store} /> : <p>loading …</p>
}

function JobView({ store }: { readonly store: JobStore }) {
  const { status, progress = 0, error } = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return (
    <section>
      <button type="button" onClick={() => void store.start('sleep_a_while', { inputs: { duration: 1 } })}>
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
