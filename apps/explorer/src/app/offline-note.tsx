import { type ReactElement, useSyncExternalStore } from 'react'
import { texts } from '../texts/en.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says so while there is no network; the demo works all the same. */
export function OfflineNote(): ReactElement | null {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return isOnline ? null : (
    <p className="note" role="status">
      {texts.app.offline}
    </p>
  )
}
