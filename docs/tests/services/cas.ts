import { createCasMock, type MockProvider } from '@geoclients/cas-client/mock'
import type { Service } from '../services.ts'

/** The Community Attribute Service of the examples. */
export const service = (): Service =>
  createCasMock({ baseUrl: 'https://example.com/cas', providers: [copernicusDem, esaWorldCover, a] })

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
