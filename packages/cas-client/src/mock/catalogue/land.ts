import type { ProviderSummary } from '../../generated/types.ts'
import type { MockProvider } from '../mock-provider.ts'
import { describeDataset } from './describe.ts'

const provider: ProviderSummary = {
  slug: 'demo_land',
  name: 'Demo land',
  protocol: 'rest',
  base_url: 'https://land.example'
}

/** A distribution, and a number outside its valid range. */
export const land: MockProvider = {
  ...provider,
  datasets: [
    {
      description: describeDataset(provider, 'land_cover', {
        variable: 'land_cover',
        units: 'class_fraction',
        resolution: 10,
        dataType: 'categorical',
        temporalType: 'annual',
        period: ['2015-01-01T00:00:00', '2024-01-01T00:00:00']
      }),
      extract: ({ latitude }) => ({ value: shares(latitude) })
    },
    {
      description: describeDataset(provider, 'ndvi_unscaled', {
        variable: 'ndvi',
        units: '1',
        resolution: 250,
        temporalType: 'monthly',
        period: ['2000-02-01T00:00:00', null],
        validRange: [-1, 1]
      }),
      extract: ({ latitude }) => ({ value: 5000 + Math.floor(10 * latitude + 0.5) })
    }
  ]
}

/** In whole thousandths, so that their sum is 1. */
function shares(latitude: number): Record<string, number> {
  const trees = Math.floor(((latitude + 90) / 180) * 1000)
  const grass = Math.floor((1000 - trees) / 2)
  return { tree_cover: trees / 1000, grassland: grass / 1000, cropland: (1000 - trees - grass) / 1000 }
}
