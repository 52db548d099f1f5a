import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'
import type { Service } from '../services.ts'

/** The OGC API - Processes server of the examples. */
export function service(): Service {
  const { baseUrl, fetch } = createOgcMock({
    baseUrl: 'https://example.com/ogc',
    processes: [ndvi, zonalStatistics, delineate]
  })
  return { baseUrl, fetch: async (input, init) => fetch(await withDataUrls(new Request(input, init))) }
}

/** The mock fetches no links, but reads `data:` URLs. These replace the targets of the links in the examples. */
async function withDataUrls(request: Request): Promise<Request> {
  if (request.method !== 'POST') return request
  const body = await request.text()
  const inlined = body.replaceAll(/"https:\/\/example\.com\/[^"]*\.tif"/g, '"data:application/json,1"')
  return new Request(request.url, { method: 'POST', headers: request.headers, body: inlined, signal: request.signal })
}

const anything = { title: 'Anything', schema: {}, minOccurs: 0 }

const ndvi: MockProcess = {
  description: {
    id: 'ndvi',
    version: '1.0.0',
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    inputs: { scene: anything, mask: anything, area: anything, since: anything },
    outputs: {
      ndvi: {
        schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/tiff; application=geotiff' }
      }
    }
  },
  run: () => ({ ndvi: new Uint8Array(32_768) })
}

const zonalStatistics: MockProcess = {
  description: {
    id: 'zonal_statistics',
    version: '1.0.0',
    jobControlOptions: ['sync-execute', 'async-execute'],
    inputs: { scene: anything, zones: anything },
    outputs: { mean: { schema: { type: 'number' } } }
  },
  run: () => ({ mean: 0.4 })
}

const delineate: MockProcess = {
  description: {
    id: 'delineate',
    version: '1.0.0',
    jobControlOptions: ['sync-execute', 'async-execute'],
    inputs: { outlet: anything },
    outputs: { catchments: { schema: { type: 'object' } } }
  },
  run: () => ({
    catchments: {
      href: 'https://example.com/features/collections/catchments/items',
      type: 'application/geo+json'
    }
  })
}
