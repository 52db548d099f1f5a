import { expectTypeOf, test } from 'vitest'
import type { Unserved } from './client-methods.ts'

type Operation<Query> = { method: 'GET'; path: '/'; parameters: { query: Query } }
type Two = {
  getThings: Operation<{ page_size: { type: 'integer' }; w: { type: 'string' } }>
  getThing: Operation<Record<never, never>>
}
interface Client {
  getThings(query?: { pageSize?: number; workflow?: string }): void
}
type Left<Reasons, Renamed> = { reasons: Reasons & Record<never, string>; renamed: Renamed & Record<never, string> }

test('each operation needs a method, each query parameter a member, or a reason', () => {
  expectTypeOf<
    Unserved<Two, Client, Left<object, { w: 'workflow' }>>
  >().toEqualTypeOf<'getThing has no method: add it to the client, or to left-out.ts with the reason'>()
  expectTypeOf<
    Unserved<Two, Client, Left<{ getThing: 'why' }, object>>
  >().toEqualTypeOf<'getThings has no member w for the query parameter w: add it to the client, or to left-out.ts with the reason'>()
  expectTypeOf<Unserved<Two, Client, Left<{ getThing: 'why'; 'getThings w': 'why' }, object>>>().toEqualTypeOf<never>()
})
