import { type ReactElement, useEffect } from 'react'
import { useSignIn } from '../auth/sign-ins.ts'
import { closeServices, openServices } from '../servers/open-services.ts'
import { texts } from '../texts/en.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Header } from './header.tsx'
import { usePlace } from './location.ts'
import { OfflineNote } from './offline-note.tsx'
import { prefetchViews } from './prefetch.ts'
import { Problem } from './problem.tsx'
import { ServicesContext } from './services-context.ts'
import { useLoad } from './use-load.ts'
import { View } from './view.tsx'
import { Waiting } from './waiting.tsx'

/** The page, with the servers and the view that its URL names. */
export function App(): ReactElement {
  const place = usePlace()
  const { ogc, cas, view } = place
  const ogcSignIn = useSignIn('ogc', ogc)
  const casSignIn = useSignIn('cas', cas)
  const opened = useLoad(() => openServices({ ogc, cas, ogcSignIn, casSignIn }), [ogc, cas, ogcSignIn, casSignIn])
  const services = opened.state === 'done' ? opened.value : undefined
  useEffect(() => () => services && closeServices(services), [services])
  useEffect(() => services && prefetchViews(), [services])
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place of this page, which the hash cannot name. */}
      <a className="skip" href="#main" onClick={toMain}>
        {texts.app.skip}
      </a>
      <Header place={place} />
      <main id="main" tabIndex={-1}>
        <OfflineNote />
        {opened.state === 'failed' && <Problem error={opened.error} />}
        {opened.state === 'loading' && <Waiting what={texts.app.opening} />}
        {services && (
          <ServicesContext.Provider value={services}>
            <ErrorBoundary key={view.join('/')}>
              <View place={place} />
            </ErrorBoundary>
          </ServicesContext.Provider>
        )}
      </main>
    </>
  )
}

/** Scrolls to the content. The link must not change the hash, because the hash is the view. */
function toMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
