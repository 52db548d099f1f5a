import { assertType, expectTypeOf, test } from 'vitest'
import type { Job, JsonValue, OgcClient, Output, Results } from '../index.ts'

interface Bounds {
  west: number
}

interface Outputs {
  echo: string
  counts?: number[]
}

interface Processes {
  hello: { inputs: { name: string }; outputs: { echo: string } }
  count: { inputs: { name: string }; outputs: Outputs }
  extent: { inputs: { name: string }; outputs: { bounds: Bounds } }
}

declare const typed: OgcClient<Processes>

test('a job or results of known types are jobs and results', async () => {
  const hello = await typed.submit('hello', {})
  const count = await typed.submit('count', {})
  expectTypeOf(hello).toEqualTypeOf<Job<{ echo: string }>>()
  assertType<Job>(hello)
  assertType<Job>(count)
  assertType<Job>(await typed.submit('extent', {}))
  assertType<Results>(await hello.results())
  assertType<Results>(await count.results())
  assertType<Job<{ echo: JsonValue }>>(hello)
  // @ts-expect-error the output is of another type
  assertType<Job<{ echo: number }>>(hello)
  // @ts-expect-error there is no such output
  assertType<Job<{ mean: number }>>(hello)
  // @ts-expect-error the output is of another type
  assertType<Results<{ echo: number }>>(await hello.results())
})

test('jobs of any types are watched', async () => {
  typed.watchJobs([await typed.submit('hello', {}), await typed.submit('extent', {}), 'j', typed.job('k').toJSON()])
  typed.watchJobs([await typed.submit('extent', {})])
  // @ts-expect-error one job is no list
  typed.watchJobs(await typed.submit('hello', {}))
  // @ts-expect-error a number is no job
  typed.watchJobs([5])
})

test('results are walked with their ids', async () => {
  const results = await typed.run('count', {})
  for (const [id, output] of results) {
    expectTypeOf(id).toEqualTypeOf<'echo' | 'counts'>()
    expectTypeOf(output).toEqualTypeOf<Output>()
    results.get(id)
  }
  for (const [id] of {} as Results) expectTypeOf(id).toEqualTypeOf<string>()
})
