/** Loads the code of all views when the page is idle, so it works without network afterwards. */
export function prefetchViews(): void {
  const load = (): void => {
    const views = [
      import('../processes/process-page.tsx'),
      import('../jobs/runs-page.tsx'),
      import('../results/features-view.tsx'),
      import('../map/draw-map.tsx'),
      import('../map/base-map.ts').then(({ readOutlines }) => readOutlines()),
      import('../cas/attributes-page.tsx'),
      import('../map/places-map.tsx')
    ]
    // Failures are ignored here: the code is loaded again, or the error shown, when it is needed.
    void Promise.allSettled(views).then(() => document.documentElement.setAttribute('data-prefetched', ''))
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 5_000 })
  else load()
}
