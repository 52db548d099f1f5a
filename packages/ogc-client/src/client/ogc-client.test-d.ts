import { assertType, expectTypeOf, test } from 'vitest'
import type {
  ApiClient,
  ErrorCode,
  Job,
  JobInfo,
  JobStatus,
  JsonValue,
  OgcClientConfig,
  OgcClientOptions,
  OgcError,
  Output,
  ProcessDescription,
  ProcessSummary,
  paths,
  Results
} from '../index.ts'
import { isOgcError, type OgcClient } from '../index.ts'

interface Bounds {
  west: number
  east: number
}

interface SceneInputs {
  threshold: number
  bounds?: Bounds
}

/** As a user would write it, or a generator: plain interfaces, which have no index signature. */
interface Processes {
  scene: { inputs: SceneInputs; outputs: { image: string; stats: { mean: number } } }
  primes: { inputs: { min_val: number }; outputs: { return_value: number[] } }
}

declare const open: OgcClient
declare const typed: OgcClient<Processes>

test('a client without types takes any process, inputs of any type, and gives JSON', () => {
  expectTypeOf(open.run('anything', { inputs: { a: new Date(), b: { c: [1] } } })).resolves.toEqualTypeOf<
    Results<Record<string, JsonValue>>
  >()
  expectTypeOf(open.submit('anything', {})).resolves.toEqualTypeOf<Job<Record<string, JsonValue>>>()
  expectTypeOf<Results>().toEqualTypeOf<Results<Record<string, JsonValue>>>()
  const inputs: SceneInputs = { threshold: 1 }
  assertType(open.run('anything', { inputs: { ...inputs } }))
  assertType(open.run('anything', { inputs }))
  assertType(open.submit('anything', { inputs }))
  assertType(open.executeProcess('anything', { inputs }))
  assertType(typed.executeProcess('scene', { inputs }))
  // @ts-expect-error a number holds no inputs
  open.run('anything', { inputs: 5 })
  // @ts-expect-error nor does text
  open.executeProcess('anything', { inputs: 'a' })
  // @ts-expect-error a list has no input ids
  open.run('anything', { inputs: [1, 2] })
  // @ts-expect-error nor has a map
  open.submit('anything', { inputs: new Map([['a', 1]]) })
})

test('a client with types knows its processes, their inputs and their outputs', async () => {
  const results = await typed.run('scene', { inputs: { threshold: 1, bounds: { west: 1, east: 2 } } })
  expectTypeOf(results).toEqualTypeOf<Results<{ image: string; stats: { mean: number } }>>()
  expectTypeOf(results.get('stats').json()).resolves.toEqualTypeOf<{ mean: number }>()
  expectTypeOf(results.get('image')).toEqualTypeOf<Output<string>>()
  expectTypeOf(await (await typed.submit('primes', {})).results()).toEqualTypeOf<Results<{ return_value: number[] }>>()
  const inputs: SceneInputs = { threshold: 1 }
  assertType(typed.run('scene', { inputs }))
  // @ts-expect-error there is no such output
  results.get('imge')
  // @ts-expect-error there is no such process
  typed.run('scenes', {})
  // @ts-expect-error there is no such process
  typed.getProcess('scenes')
  // @ts-expect-error there is no such process
  typed.executeProcess('scenes', {})
  // @ts-expect-error these are the inputs of another process
  typed.run('primes', { inputs: { threshold: 1 } })
  // @ts-expect-error an input of a wrong type
  typed.submit('scene', { inputs: { threshold: '1' } })
  // @ts-expect-error a required input is missing
  typed.submit('scene', { inputs: {} })
})

test('a client with types is of an interface or a type, and of nothing else', () => {
  expectTypeOf<OgcClient<{ a: { inputs: object; outputs: object } }>>().toBeObject()
  // @ts-expect-error a process has inputs and outputs
  expectTypeOf<OgcClient<{ a: { inputs: object } }>>().toBeObject()
})

test('requests and options have no typos', () => {
  // @ts-expect-error input
  open.run('p', { input: {} })
  // @ts-expect-error respnse
  open.executeProcess('p', { respnse: 'raw' })
  // @ts-expect-error a mode is sync, async or auto
  open.submit('p', {}, { mode: 'synchronous' })
  // @ts-expect-error submit does not wait
  open.submit('p', {}, { waitTimeout: 5 })
  // @ts-expect-error jobs are filtered by processId, and named processID by the standard
  open.getJobs({ processID: ['p'] })
  // @ts-expect-error a list
  open.getJobs({ status: 'running' })
  // @ts-expect-error milliseconds
  open.getJob('j', { timeout: '5s' })
  assertType(open.getJob('j', { timeout: undefined, signal: undefined, retry: false, headers: { a: 'b' } }))
  assertType(
    open.run('p', { outputs: { a: { transmissionMode: 'reference' } } }, { mode: 'async', onProgress: () => {} })
  )
})

test('answers are neither any nor unknown', () => {
  expectTypeOf(open.getProcess('p')).resolves.toEqualTypeOf<ProcessDescription>()
  expectTypeOf(open.getJob('j')).resolves.toEqualTypeOf<JobInfo>()
  expectTypeOf(open.dismissJob('j')).resolves.toEqualTypeOf<JobInfo>()
  expectTypeOf(open.getJobs()).resolves.toHaveProperty('jobs').toEqualTypeOf<JobInfo[]>()
  expectTypeOf(open.getConformance()).resolves.toHaveProperty('conformsTo').toEqualTypeOf<string[]>()
  expectTypeOf(open.executeProcess('p', {})).resolves.toEqualTypeOf<JobInfo & { results?: Results }>()
  expectTypeOf(open.getJobResults('j')).resolves.toEqualTypeOf<Results>()
  expectTypeOf(open.iterProcesses()).toExtend<AsyncIterable<ProcessSummary>>()
  expectTypeOf(open.iterJobs()).toExtend<AsyncIterable<JobInfo>>()
  expectTypeOf(open.api).toEqualTypeOf<ApiClient<paths>>()
  expectTypeOf(open.fetch).toEqualTypeOf<typeof globalThis.fetch>()
})

test('the status of a job completes to the five names and takes any other', () => {
  expectTypeOf<'running'>().toExtend<JobInfo['status']>()
  expectTypeOf<'paused'>().toExtend<JobInfo['status']>()
  expectTypeOf<JobInfo['status']>().not.toEqualTypeOf<string>()
  expectTypeOf<Job['status']>().toEqualTypeOf<JobStatus>()
})

test('the configuration has no secrets and cannot be changed', () => {
  expectTypeOf(open.config).toEqualTypeOf<OgcClientConfig>()
  expectTypeOf<keyof OgcClientConfig>().toEqualTypeOf<
    | 'baseUrl'
    | 'userName'
    | 'timeout'
    | 'retry'
    | 'credentials'
    | 'descriptionLifetime'
    | 'maxBodyBytes'
    | 'trustedOrigins'
  >()
  // @ts-expect-error read only
  open.config.baseUrl = ''
  // @ts-expect-error read only
  open.config = { baseUrl: '' }
  // @ts-expect-error required
  assertType<OgcClientOptions>({})
  assertType<OgcClientOptions>({ ...open.config, accessToken: undefined, auth: undefined })
})

test('an output narrows by its kind', () => {
  const read = (output: Output<number>): void => {
    // @ts-expect-error only a value has one
    output.value
    // @ts-expect-error only a reference has one
    output.href
    if (output.kind === 'value') expectTypeOf(output.value).toEqualTypeOf<number>()
    else if (output.kind === 'reference') expectTypeOf(output.href).toEqualTypeOf<string>()
    else expectTypeOf(output.kind).toEqualTypeOf<'bytes'>()
    expectTypeOf(output.json()).resolves.toEqualTypeOf<number>()
    expectTypeOf(output.stream()).resolves.toEqualTypeOf<ReadableStream<Uint8Array>>()
    expectTypeOf(output.mediaType).toEqualTypeOf<string | undefined>()
  }
  expectTypeOf(read).toBeFunction()
})

test('an error narrows, and its code is a closed union', () => {
  const handle = (error: unknown): void => {
    if (!isOgcError(error)) return
    expectTypeOf(error).toEqualTypeOf<OgcError>()
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode>()
    expectTypeOf(error.job).toEqualTypeOf<Job | undefined>()
    // @ts-expect-error no such code
    assertType<boolean>(error.code === 'job-faild')
    if (error.exception === 'no-such-job') expectTypeOf(error.apiError?.traceback).toEqualTypeOf<string[] | undefined>()
  }
  expectTypeOf(handle).toBeFunction()
})

test('a client is closed by using', () => {
  expectTypeOf<OgcClient>().toExtend<Disposable>()
})

test('a job is resumed from its id or from what it was saved as', () => {
  assertType<Job>(open.job('j'))
  assertType<Job>(open.job(open.job('j').toJSON()))
  // @ts-expect-error a version and an origin
  open.job({ jobId: 'j' })
})
