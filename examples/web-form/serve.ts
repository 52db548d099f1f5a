import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { build, preview } from 'vite'

/** Like the built-in process, but slow enough to watch. */
const slowly = (processes: readonly MockProcess[]): MockProcess[] =>
  processes.map((process) =>
    process.description.id === 'tile_thumbnail' ? { ...process, duration: () => 6_000 } : process
  )

/** Builds the page and serves it, together with a service in memory at `/ogc`. */
export async function servePage(port = 0): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const service = await serve(createOgcMock({ processes: slowly }), { cors: false })
  process.env.OGC_URL = service.url // read by vite.config.ts
  const root = import.meta.dirname
  await build({ root, logLevel: 'error' })
  const site = await preview({ root, logLevel: 'error', preview: { port, host: '127.0.0.1' } })
  return {
    url: site.resolvedUrls?.local[0] ?? '',
    async close() {
      await site.close()
      await service.close()
    }
  }
}

if (import.meta.main) console.log((await servePage(5178)).url)
