import type { ProviderSummary } from '../../generated/types.ts'
import { type MockProvider, ProviderFailure } from '../mock-provider.ts'
import { describeDataset } from './describe.ts'

const provider: ProviderSummary = {
  slug: 'demo_faults',
  name: 'Demo faults',
  protocol: 'wfs',
  base_url: 'https://faults.example'
}

/** What fails always: in an unforeseen way, by taking too long, by an error of the provider. */
export const faults: MockProvider = {
  ...provider,
  datasets: [
    {
      description: describeDataset(provider, 'defective', { variable: 'defective', units: '1', resolution: 1000 }),
      extract: () => {
        throw new Error('the archive sent a grid without cells')
      }
    },
    {
      description: describeDataset(provider, 'slow', { variable: 'slow', units: '1', resolution: 1000 }),
      duration: 3_600_000,
      extract: () => ({ value: 1 })
    },
    {
      description: describeDataset(provider, 'unreachable', { variable: 'unreachable', units: '1', resolution: 1000 }),
      extract: () => {
        throw new ProviderFailure('the archive answered 503')
      }
    }
  ]
}
