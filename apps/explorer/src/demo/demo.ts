import { type CasMock, createCasMock } from '@geoclients/cas-client/mock'
import { createOgcMock, type MockProcess, type OgcMock } from '@geoclients/ogc-client/mock'
import { buffer } from './buffer.ts'
import { daylight } from './daylight.ts'
import { daylightMap } from './daylight-map.ts'
import { grid } from './grid.ts'

let started: { readonly ogc: OgcMock; readonly cas: CasMock } | undefined

/** Slow enough to show its progress. */
const slowly = (process: MockProcess): MockProcess =>
  process.description.id === 'ndvi_statistics' ? { ...process, duration: () => 3_000 } : process

/** The services of the demo. They exist as long as the page. */
export function demo(): { readonly ogc: OgcMock; readonly cas: CasMock } {
  started ??= {
    ogc: createOgcMock({
      title: 'Demo',
      processes: (builtIn) => [buffer, daylight, daylightMap, grid, ...builtIn.map(slowly)]
    }),
    cas: createCasMock()
  }
  return started
}
