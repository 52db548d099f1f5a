import type { Area } from '@geoclients/contract-core'
import type { FeaturesContext } from '../context.ts'

/** All that is asked of a server of OGC API - Features. Each answer is held against the contract, too. */
export const areas: readonly Area<FeaturesContext>[] = [
  {
    title: 'Operations',
    features: [
      {
        id: 'getCollection',
        title: 'A collection',
        run: async ({ features }) => void (await features.getCollection('rivers'))
      },
      {
        id: 'getCollections',
        title: 'All collections',
        run: async ({ features }) => void (await features.getCollections())
      },
      {
        id: 'getConformance',
        title: 'Conformance declaration',
        run: async ({ features }) => void (await features.getConformance())
      },
      {
        id: 'getFeature',
        title: 'A feature',
        run: async ({ features }) => void (await features.getFeature('rivers', 'aare'))
      },
      {
        id: 'getItems',
        title: 'A page of features',
        run: async ({ features }) => void (await features.getItems('rivers'))
      },
      {
        id: 'getLandingPage',
        title: 'Landing page',
        run: async ({ features }) => void (await features.getLandingPage())
      }
    ]
  }
]
