import { assertType, expectTypeOf, test } from 'vitest'
import type {
  InputsOf,
  Job,
  JobInfo,
  JsonValue,
  OgcClient,
  OpenInputs,
  Output,
  ProcessDescription,
  Results
} from '../index.ts'

interface Feature {
  type: 'Feature'
}

/** As the generator writes it. */
interface Processes {
  scene: {
    inputs: { threshold: number; bands?: string[]; area?: { bbox: [number, number, number, number] } }
    outputs: { image: string; stats: { mean: number } }
  }
  primes: { inputs: { min_val?: number; max_val?: number }; outputs: { return_value: number[] } }
  ping: { inputs: { [k: string]: never }; outputs: { ok: boolean } }
  loose: { inputs: { anything?: unknown }; outputs: { [k: string]: unknown } }
  summary: { inputs: { [k: string]: unknown }; outputs: { [k: string]: unknown } }
}

declare const typed: OgcClient<Processes>
declare const open: OgcClient

test('inputs that may all be left out are known all the same', () => {
  assertType(typed.run('primes', {}))
  assertType(typed.run('primes', { inputs: {} }))
  assertType(typed.run('primes', { inputs: { min_val: 1 } }))
  // @ts-expect-error a typo
  typed.run('primes', { inputs: { min_vall: 1 } })
  // @ts-expect-error a text is no number
  typed.submit('primes', { inputs: { min_val: '1' } })
  assertType(typed.run('loose', { inputs: { anything: new Map() } }))
  // @ts-expect-error a typo
  typed.run('loose', { inputs: { anythng: 1 } })
})

test('the error stands at the input that is wrong, or at the inputs where one is missing', () => {
  typed.run('scene', {
    inputs: {
      // @ts-expect-error a text is no number
      threshold: 'high',
      bands: ['red']
    }
  })
  typed.submit('scene', {
    inputs: {
      threshold: 0.5,
      // @ts-expect-error a list of texts
      bands: [1]
    }
  })
  typed.executeProcess('primes', {
    inputs: {
      min_val: 1,
      // @ts-expect-error a typo
      max_vall: 2
    }
  })
  typed.run('scene', {
    // @ts-expect-error threshold is missing
    inputs: { bands: ['red'] }
  })
})

test('a process without inputs takes none, one that is not described takes any', () => {
  assertType(typed.run('ping', {}))
  assertType(typed.run('ping', { inputs: {} }))
  // @ts-expect-error there is no input
  typed.run('ping', { inputs: { a: 1 } })
  assertType(typed.run('summary', { inputs: { a: 1, b: new Date() } }))
  expectTypeOf<InputsOf<object>>().toEqualTypeOf<OpenInputs>()
  expectTypeOf<InputsOf<Record<string, unknown>>>().toEqualTypeOf<OpenInputs>()
})

test('executeProcess knows inputs and outputs', () => {
  expectTypeOf(typed.executeProcess('primes', { inputs: { min_val: 1 } })).resolves.toEqualTypeOf<
    JobInfo & { results?: Results<{ return_value: number[] }> }
  >()
  // @ts-expect-error threshold is missing
  typed.executeProcess('scene', { inputs: {} })
  // @ts-expect-error a text is no number
  typed.executeProcess('scene', { inputs: { threshold: 'x' } })
  expectTypeOf(open.executeProcess('any', { inputs: { a: 1 } })).resolves.toEqualTypeOf<
    JobInfo & { results?: Results }
  >()
})

test('a job that is taken up again keeps the types of its outputs', async () => {
  const job = typed.job(JSON.parse('{}'), 'scene')
  expectTypeOf(job).toEqualTypeOf<Job<{ image: string; stats: { mean: number } }>>()
  const results = await job.results()
  expectTypeOf(results.get('stats').json()).resolves.toEqualTypeOf<{ mean: number }>()
  // @ts-expect-error there is no such output
  results.get('statz')
  // @ts-expect-error there is no such process
  typed.job('j', 'scenes')
  expectTypeOf(typed.job('j')).toEqualTypeOf<Job>()
  expectTypeOf(open.job('j', 'any')).toEqualTypeOf<Job<Record<string, JsonValue>>>()
})

test('ids are known to getProcess', () => {
  expectTypeOf(typed.getProcess('scene')).resolves.toEqualTypeOf<ProcessDescription>()
  // @ts-expect-error there is no such process
  typed.getProcess('scenes')
})

test('json takes a better type, and has its own otherwise', async () => {
  const output = {} as Output<number>
  expectTypeOf(await output.json<Feature>()).toEqualTypeOf<Feature>()
  expectTypeOf(await output.json()).toEqualTypeOf<number>()
  // @ts-expect-error what is expected changes nothing
  const text: string = await output.json()
  expectTypeOf(text).toBeString()
  expectTypeOf(await ({} as Output).json<Feature>()).toEqualTypeOf<Feature>()
})
