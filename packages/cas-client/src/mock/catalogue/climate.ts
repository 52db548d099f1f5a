import type { ProviderSummary } from '../../generated/types.ts'
import type { MockProvider } from '../mock-provider.ts'
import { describeDataset, rounded } from './describe.ts'

const provider: ProviderSummary = {
  slug: 'demo_climate',
  name: 'Demo climate',
  protocol: 'opendap',
  base_url: 'https://climate.example'
}

/** Datasets with a time, with and without a zone; one whose values are not numbers, and good all the same. */
export const climate: MockProvider = {
  ...provider,
  datasets: [
    {
      description: describeDataset(provider, 'precipitation', {
        variable: 'precipitation',
        units: 'mm/day',
        resolution: 10_000,
        temporalType: 'daily',
        period: ['1991-01-01T00:00:00', '2020-12-31T00:00:00'],
        validRange: [0, 1000]
      }),
      extract: ({ latitude }) => ({ value: rounded((90 - Math.abs(latitude)) / 9) })
    },
    {
      description: describeDataset(provider, 'temperature', {
        variable: 'temperature',
        units: 'degC',
        resolution: 9000,
        temporalType: 'hourly',
        period: ['2000-01-01T00:00:00Z', null],
        validRange: [-100, 70]
      }),
      extract: ({ latitude }) => ({ value: rounded(30 - Math.abs(latitude) / 2) })
    },
    {
      description: describeDataset(provider, 'wind_gust', {
        variable: 'wind_gust',
        units: 'm/s',
        resolution: 9000,
        temporalType: 'climatology',
        period: ['1991-01-01T00:00:00', '2020-12-31T00:00:00']
      }),
      extract: () => ({ value: Number.NaN })
    }
  ]
}
