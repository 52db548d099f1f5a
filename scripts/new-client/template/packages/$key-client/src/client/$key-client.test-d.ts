import { expectTypeOf, test } from 'vitest'
import { $ApiClient } from './$key-client.ts'

declare const $api: $ApiClient

test('answers have the types of the contract', () => {
  // each operation
  expectTypeOf($api.$operation).returns.resolves.not.toBeAny()
  // end
})

test('what the contract does not have fails', () => {
  // @ts-expect-error no such path
  $api.api.GET('/no/such/path')
  // @ts-expect-error no base URL
  new $ApiClient({})
})
