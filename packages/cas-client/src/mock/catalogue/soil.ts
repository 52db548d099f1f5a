import type { ProviderSummary } from '../../generated/types.ts'
import type { MockProvider } from '../mock-provider.ts'
import { describeDataset, rounded } from './describe.ts'

const provider: ProviderSummary = {
  slug: 'demo_soil',
  name: 'Demo soil',
  protocol: 'wcs',
  base_url: 'https://soil.example'
}

/** Data with gaps: of one continent, in every second cell, nowhere. */
export const soil: MockProvider = {
  ...provider,
  datasets: [
    {
      description: describeDataset(provider, 'clay_0-5cm', {
        variable: 'clay',
        units: 'g/kg',
        resolution: 250,
        extent: { min_lon: -25, min_lat: 34, max_lon: 45, max_lat: 72 },
        validRange: [0, 1000]
      }),
      extract: ({ latitude }) => ({ value: rounded(200 + latitude) })
    },
    {
      description: describeDataset(provider, 'organic_carbon', {
        variable: 'soc',
        units: 'g/kg',
        resolution: 250,
        validRange: [0, 600]
      }),
      extract: ({ latitude, coverage }) => ({ value: rounded(20 + Math.abs(latitude) / 10), coverage: coverage / 2 })
    },
    {
      description: describeDataset(provider, 'peat_depth', { variable: 'peat_depth', units: 'cm', resolution: 1000 }),
      extract: () => ({ value: null, coverage: 0 })
    }
  ]
}
