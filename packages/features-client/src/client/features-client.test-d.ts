import { expectTypeOf, test } from 'vitest'
import type { CollectionList, Feature, FeaturesClient, ItemsQuery, LineString } from '../index.ts'

declare const features: FeaturesClient
interface River {
  name: string
}

test('answers have the types of the contract, features those that the caller knows', () => {
  expectTypeOf(features.getCollections).returns.resolves.toEqualTypeOf<CollectionList>()
  expectTypeOf(features.getItems('a')).resolves.toHaveProperty('features').toEqualTypeOf<Feature[]>()
  expectTypeOf(features.iterItems<Feature<River, LineString>>('rivers')).toEqualTypeOf<
    AsyncGenerator<Feature<River, LineString>, void, undefined>
  >()
  expectTypeOf(features.getFeature<Feature<River>>('rivers', 'aare'))
    .resolves.toHaveProperty('properties')
    .toEqualTypeOf<River | null>()
  expectTypeOf<Feature['properties']>().not.toBeAny()
})

test('what is readonly is taken', () => {
  const bbox = [7, 46, 8, 47] as const
  features.getItems('a', { bbox })
  expectTypeOf<Readonly<ItemsQuery>>().toExtend<ItemsQuery>()
})

test('what the contract does not have fails', () => {
  // @ts-expect-error the name of the wire
  features.getItems('a', { 'bbox-crs': 'x' })
  // @ts-expect-error a number
  features.getItems('a', { limit: '5' })
  // @ts-expect-error no such path
  features.api.GET('/no/such/path')
  // @ts-expect-error coordinates are for features
  features.getCollection('a', { crs: 'x' })
})
