import type { MockProvider } from '@geoclients/cas-client/mock'
import { datasetIds, valueAt } from './values.ts'

const slugs = ['first', 'second'] as const

/** Two providers with two datasets each. Every point has a different value in each. */
export const worldProviders: readonly MockProvider[] = slugs.map((slug, index) => ({
  slug,
  name: slug,
  protocol: 'rest',
  base_url: 'https://provider.example',
  datasets: [1, 2].map((number) => {
    const id = `${slug}:d${2 * index + number}`
    if (!datasetIds.includes(id)) throw new Error(`values.ts does not name ${id}`)
    return {
      description: {
        ...{
          id,
          provider: slug,
          name: id,
          description: '',
          resolution_m: 30,
          crs: 'EPSG:4326',
          protocol: 'rest' as const
        },
        ...{ license: 'CC0-1.0', citation: 'made up' },
        variables: [
          {
            name: 'v',
            units: '1',
            description: '',
            data_type: 'continuous' as const,
            nodata_value: null,
            valid_range: null
          }
        ],
        bbox: { min_lon: -180, min_lat: -90, max_lon: 180, max_lat: 90 },
        temporal: { start: null, end: null, temporal_type: 'static' as const }
      },
      extract: ({ longitude, latitude }) => ({ value: valueAt(id, longitude, latitude) })
    }
  })
}))
