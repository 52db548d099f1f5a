/** Loads what the views need once the page is at rest: then it works on without network. */
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
    // What cannot be loaded now is loaded, or told of, when it is needed.
    void Promise.allSettled(views).then(() => document.documentElement.setAttribute('data-prefetched', ''))
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 5_000 })
  else load()
}
