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

/** A note while there is no network. The demo still works. */
export function OfflineNote(): ReactElement | null {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return isOnline ? null : (
    <p className="note" role="status">
      {texts.app.offline}
    </p>
  )
}
