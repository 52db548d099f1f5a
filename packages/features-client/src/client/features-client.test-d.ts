import { expectTypeOf, test } from 'vitest'
import { FeaturesClient } from './features-client.ts'

declare const features: FeaturesClient

test('answers have the types of the contract', () => {
  expectTypeOf(features.getCollection).returns.resolves.not.toBeAny()
  expectTypeOf(features.getCollections).returns.resolves.not.toBeAny()
  expectTypeOf(features.getConformance).returns.resolves.not.toBeAny()
  expectTypeOf(features.getFeature).returns.resolves.not.toBeAny()
  expectTypeOf(features.getItems).returns.resolves.not.toBeAny()
  expectTypeOf(features.getLandingPage).returns.resolves.not.toBeAny()
})

test('what the contract does not have fails', () => {
  // @ts-expect-error no such path
  features.api.GET('/no/such/path')
  // @ts-expect-error no base URL
  new FeaturesClient({})
})
