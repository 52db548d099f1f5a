import type { Unserved } from '@geoclients/contract-core'
import { expectTypeOf, test } from 'vitest'
import type { FeaturesClient } from '../client/features-client.ts'
import type { operations } from '../generated/operations.ts'
import type { leftOut } from './left-out.ts'

test('every operation has a method of its name, every query parameter a member; or left-out.ts says why not', () => {
  const unserved: Unserved<typeof operations, FeaturesClient, typeof leftOut>[] = []
  // The sentence in the error says what is missing.
  const none: never[] = unserved
  expectTypeOf(none).toEqualTypeOf<never[]>()
})
