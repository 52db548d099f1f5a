import { expectTypeOf, test } from 'vitest'
import type { operations as known } from '../generated/operations.ts'
import type {
  ApiError,
  ApplicationPackage,
  Capabilities,
  ConformanceDeclaration,
  components,
  InputDescription,
  JobInfo,
  JobList,
  JobResults,
  JobStatus,
  JsonValue,
  Link,
  OutputDescription,
  operations,
  ProcessDescription,
  ProcessList,
  ProcessRequest,
  ProcessSummary,
  paths,
  QualifiedValue,
  Subscriber
} from '../generated/types.ts'
import type { JobInfo as HandedOut } from './wire.ts'

type IsLoose<T> = 0 extends 1 & T ? true : unknown extends T ? true : false
type LooseKeys<T> = { [K in keyof T]-?: IsLoose<T[K]> extends true ? K : never }[keyof T]

type ContentOf<T> =
  IsLoose<T> extends true ? { '*/*': T } : NonNullable<T> extends { content?: infer C } ? NonNullable<C> : never
type Bodies<Op> =
  | (Op extends { requestBody?: infer R } ? ContentOf<R> : never)
  | (Op extends { responses: infer R } ? { [S in keyof R]: ContentOf<R[S]> }[keyof R] : never)
type LooseMembers<C> = C extends readonly unknown[] ? never : C extends object ? LooseKeys<C> : never
/** Ids of the operations that have a body, of a request or an answer, whose type is `any` or `unknown`. */
type LooseOperations<Ops> = {
  [Op in keyof Ops]: [LooseMembers<Bodies<Ops[Op]>>] extends [never] ? never : Op
}[keyof Ops]

type RequiredKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T]

test('every operation is there, under the name of its method', () => {
  expectTypeOf<keyof operations>().toEqualTypeOf<
    | 'getCapabilities'
    | 'getConformance'
    | 'getProcesses'
    | 'getProcess'
    | 'executeProcess'
    | 'getJobs'
    | 'getJob'
    | 'dismissJob'
    | 'getJobResults'
    | 'deployProcess'
    | 'replaceProcess'
    | 'undeployProcess'
    | 'getProcessPackage'
    | 'createJob'
    | 'updateJob'
    | 'startJob'
    | 'getJobDefinition'
    | 'getJobInputs'
    | 'getJobResult'
    | 'getJobResultItem'
  >()
})

test('no body of any operation is any or unknown', () => {
  expectTypeOf<LooseOperations<operations>>().toBeNever()
})

test('the search for loose bodies finds them in requests, answers and errors', () => {
  type Json<T> = { content: { 'application/json': T } }
  type Planted = {
    // biome-ignore lint/suspicious/noExplicitAny: this is what must be found
    anyAnswer: { requestBody?: never; responses: { 200: Json<any> } }
    unknownAnswer: { requestBody?: never; responses: { 200: Json<string>; default: Json<unknown> } }
    unknownRequest: { requestBody: Json<unknown>; responses: { 204: { content?: never } } }
    optionalRequest: { requestBody?: Json<unknown>; responses: { 204: { content?: never } } }
    looseAnswer: { requestBody?: never; responses: { 404: unknown } }
    tight: { requestBody: Json<{ a: 1 }>; responses: { 200: Json<null>; 204: { content?: never } } }
  }
  expectTypeOf<LooseOperations<Planted>>().toEqualTypeOf<
    'anyAnswer' | 'unknownAnswer' | 'unknownRequest' | 'optionalRequest' | 'looseAnswer'
  >()
})

test('no field of a schema is any or unknown, but for the values of inputs', () => {
  type Schemas = components['schemas']
  type LooseSchemas = { [S in keyof Schemas]: [LooseMembers<Schemas[S]>] extends [never] ? never : S }[keyof Schemas]
  expectTypeOf<LooseKeys<Schemas>>().toBeNever()
  expectTypeOf<LooseSchemas>().toEqualTypeOf<'ProcessInputs'>()
})

test('the data of the operations has every operation of the types and no other', () => {
  expectTypeOf<keyof typeof known>().toEqualTypeOf<keyof operations>()
  type Keys = { [Id in keyof typeof known]: (typeof known)[Id]['path'] }[keyof typeof known]
  expectTypeOf<Keys>().toEqualTypeOf<keyof paths>()
  expectTypeOf<(typeof known)['executeProcess' | 'dismissJob']['safe']>().toEqualTypeOf<false>()
})

test('a typo in a request fails', () => {
  const request = (_: ProcessRequest): void => {}
  // @ts-expect-error respnse
  request({ inputs: {}, respnse: 'document' })
  // @ts-expect-error dokument
  request({ response: 'dokument' })
  // @ts-expect-error transmisionMode
  request({ outputs: { image: { transmisionMode: 'reference' } } })
  // @ts-expect-error mediatype
  request({ outputs: { image: { format: { mediatype: 'image/png' } } } })
  // @ts-expect-error successUrl, the mistake of the published documents
  request({ subscriber: { successUrl: 'https://example.org/done' } })
  // @ts-expect-error faildUri
  request({ subscriber: { successUri: 'https://example.org/done', faildUri: 'https://example.org/failed' } })

  const query = (_: operations['getJobs']['parameters']['query']): void => {}
  query({ status: ['running'], processID: ['a', 'b'], datetime: '2026-01-01T00:00:00Z/..', minDuration: 1, limit: 5 })
  // @ts-expect-error processId
  query({ processId: ['a'] })

  const deploy = (_: ApplicationPackage): void => {}
  deploy({ executionUnit: { type: 'docker', image: 'a/b:1', config: { cpuMin: 2 } } })
  // @ts-expect-error imge
  deploy({ executionUnit: { type: 'docker', imge: 'a/b:1' } })
})

test('a typo in an answer fails', () => {
  expectTypeOf<JobInfo>().toHaveProperty('progress')
  const read = (job: JobInfo, error: ApiError, process: ProcessDescription): void => {
    // @ts-expect-error progres
    job.progres
    // @ts-expect-error details
    error.details
    // @ts-expect-error input
    process.input
    // @ts-expect-error schem
    process.inputs?.a?.schem
  }
  expectTypeOf(read).toBeFunction()
})

test('what a request may leave out is optional', () => {
  expectTypeOf<RequiredKeys<ProcessRequest>>().toBeNever()
  expectTypeOf<RequiredKeys<components['schemas']['Output']>>().toBeNever()
  // Version 1.0 requires successUri; 2.0 does not.
  expectTypeOf<RequiredKeys<Subscriber>>().toBeNever()
  expectTypeOf<RequiredKeys<ApplicationPackage>>().toEqualTypeOf<'executionUnit'>()
  expectTypeOf<RequiredKeys<NonNullable<operations['getProcesses']['parameters']['query']>>>().toBeNever()
  expectTypeOf<RequiredKeys<NonNullable<operations['executeProcess']['parameters']['header']>>>().toBeNever()
  expectTypeOf<RequiredKeys<operations['executeProcess']['parameters']['path']>>().toEqualTypeOf<'processID'>()
  expectTypeOf<RequiredKeys<operations['executeProcess']>>().toEqualTypeOf<'parameters' | 'requestBody' | 'responses'>()
})

test('what the standard requires of an answer is required, and nothing else', () => {
  expectTypeOf<RequiredKeys<Capabilities>>().toEqualTypeOf<'links'>()
  expectTypeOf<RequiredKeys<ConformanceDeclaration>>().toEqualTypeOf<'conformsTo'>()
  expectTypeOf<RequiredKeys<ProcessList>>().toEqualTypeOf<'processes' | 'links'>()
  expectTypeOf<RequiredKeys<ProcessSummary>>().toEqualTypeOf<'id' | 'version'>()
  expectTypeOf<RequiredKeys<ProcessDescription>>().toEqualTypeOf<'id' | 'version'>()
  expectTypeOf<RequiredKeys<InputDescription>>().toEqualTypeOf<'schema'>()
  expectTypeOf<RequiredKeys<OutputDescription>>().toEqualTypeOf<'schema'>()
  expectTypeOf<RequiredKeys<JobInfo>>().toEqualTypeOf<'status'>()
  expectTypeOf<RequiredKeys<HandedOut>>().toEqualTypeOf<'jobID' | 'status' | 'type'>()
  expectTypeOf<RequiredKeys<JobList>>().toEqualTypeOf<'jobs' | 'links'>()
  expectTypeOf<RequiredKeys<Link>>().toEqualTypeOf<'href'>()
  expectTypeOf<RequiredKeys<QualifiedValue>>().toEqualTypeOf<'value'>()
  expectTypeOf<RequiredKeys<ApiError>>().toEqualTypeOf<'type'>()
})

test('the status of a job is open on the wire, and its five names have a type', () => {
  expectTypeOf<JobInfo['status']>().toEqualTypeOf<string>()
  expectTypeOf<JobStatus>().toEqualTypeOf<'accepted' | 'running' | 'successful' | 'failed' | 'dismissed'>()
})

test('JsonValue is recursive and takes JSON only', () => {
  const json = (_: JsonValue): void => {}
  json({ a: [1, 'b', { c: null, d: [true] }] })
  // @ts-expect-error undefined
  json({ a: undefined })
  // @ts-expect-error a function
  json([() => 1])
  // @ts-expect-error a Date is no JSON value, though JSON.stringify takes it
  json({ at: new Date(0) })
  expectTypeOf<JobResults[string]>().not.toBeUnknown()
})

test('input values may be interfaces', () => {
  interface Point {
    type: 'Point'
    coordinates: number[]
  }
  const point: Point = { type: 'Point', coordinates: [10, 54] }
  const request: ProcessRequest = { inputs: { where: point, threshold: 3, ids: ['a', 'b'] } }
  expectTypeOf(request.inputs).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>()
})
