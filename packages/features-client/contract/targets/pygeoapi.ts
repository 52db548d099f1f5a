import { deepEqual } from 'node:assert/strict'
import type { Deviations } from '@geoclients/contract-core'
import type { FeaturesContext } from '../context.ts'

/** With its GeoJSON provider. */
export const pygeoapi: Deviations<FeaturesContext> = {
  name: 'pygeoapi 0.24.0',
  features: {
    'items.datetime': {
      support: 'no',
      server: 'Its GeoJSON provider does not filter by time.',
      client: 'Gives what the server gives: all features.',
      symptom: /'inn'/,
      instead: async ({ features }) => {
        const page = await features.getItems('rivers', { datetime: '../1910-01-01T00:00:00Z' })
        deepEqual(page.features.length, 3)
      }
    },
    'items.unknown-parameter': {
      support: 'no',
      server: 'Ignores parameters that it does not know.',
      client: 'Gives what the server gives: all features. Check the names of properties yourself.',
      symptom: /^the call succeeded$/,
      instead: async ({ features }) => {
        const page = await features.getItems('rivers', { query: { nope: 1 } })
        deepEqual(page.features.length, 3)
      }
    }
  },
  answers: []
}
