import { createCasMock, type MockProvider } from '@geoclients/cas-client/mock'
import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'

/** The services that examples speak of: mocks at the addresses that they name. Anything else cannot be reached. */
export function serveExamples(): typeof fetch {
  const ogc = createOgcMock({ baseUrl: 'https://example.com/ogc', processes: [ndvi, zonalStatistics] })
  const cas = createCasMock({ baseUrl: 'https://example.com/cas', providers: [copernicusDem, esaWorldCover, a] })
  return async (input, init) => {
    const request = new Request(input, init)
    if (request.url.startsWith(`${cas.baseUrl}/`)) return cas.fetch(request)
    if (request.url.startsWith(`${ogc.baseUrl}/`)) return ogc.fetch(await withDataUrls(request))
    throw new TypeError(`No example may ask for ${request.url}`)
  }
}

/** The mock fetches no links, and takes what a `data:` URL holds: that stands for what the links of examples lead to. */
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

const copernicusDem = providerOf('copernicus_dem', 'elevation', 612.4)
const esaWorldCover = providerOf('esa_worldcover', 'land_cover', { forest: 0.6, grass: 0.4 })
const a = providerOf('a', 'land_cover', { forest: 0.6, grass: 0.4 })

function providerOf(slug: string, variable: string, value: number | Record<string, number>): MockProvider {
  const data_type = typeof value === 'number' ? 'continuous' : 'categorical'
  return {
    slug,
    name: slug,
    protocol: 'stac_cog',
    base_url: 'https://archive.example',
    datasets: [
      {
        description: {
          id: `${slug}:${variable}`,
          provider: slug,
          name: variable,
          description: '',
          variables: [
            { name: variable, units: 'm', description: '', data_type, nodata_value: null, valid_range: null }
          ],
          resolution_m: 30,
          crs: 'EPSG:4326',
          bbox: { min_lon: -180, min_lat: -90, max_lon: 180, max_lat: 90 },
          temporal: { start: null, end: null, temporal_type: 'static' },
          protocol: 'stac_cog',
          license: 'CC0-1.0',
          citation: 'made up'
        },
        extract: () => ({ value })
      }
    ]
  }
}
