import type { ProviderSummary } from '../../generated/types.ts'
import type { ExtractionContext, MockProvider } from '../mock-provider.ts'
import { describeDataset, rounded } from './describe.ts'

const provider: ProviderSummary = {
  slug: 'demo_terrain',
  name: 'Demo terrain',
  protocol: 'stac_cog',
  base_url: 'https://terrain.example'
}

function elevation({ longitude, latitude }: ExtractionContext): number {
  return rounded(400 + longitude + 3 * latitude)
}

/** Numbers; two datasets for one variable, which differ much where the elevation is below 150 m or so. */
export const terrain: MockProvider = {
  ...provider,
  datasets: [
    {
      description: describeDataset(provider, 'elevation', {
        variable: 'elevation',
        units: 'm',
        resolution: 30,
        validRange: [-500, 9000]
      }),
      extract: (from) => ({ value: elevation(from) })
    },
    {
      description: describeDataset(provider, 'elevation_1km', {
        variable: 'elevation',
        units: 'm',
        resolution: 1000,
        validRange: [-500, 9000]
      }),
      extract: (from) => ({ value: 100 * Math.floor(elevation(from) / 100) })
    },
    {
      description: describeDataset(provider, 'slope', {
        variable: 'slope',
        units: 'deg',
        resolution: 30,
        validRange: [0, 90]
      }),
      extract: ({ longitude, latitude }) => ({ value: rounded((Math.abs(longitude) + Math.abs(latitude)) / 9) })
    }
  ]
}
