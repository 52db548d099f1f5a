import type { Link, Output, QualifiedValue } from '../generated/types.ts'

/** Bytes as an input: sent as a qualified base64 value, with the media type of a Blob or File. */
export type BinaryInput = Blob | ArrayBuffer | ArrayBufferView

/** A value with its format around it; bytes become base64 there, with the media type that is named. */
export interface QualifiedInput extends Omit<QualifiedValue, 'value'> {
  value: unknown
}

/**
 * A process whose output is the input (OGC API - Processes, Part 3: Workflows, 21-009, nested processes). `process` is the
 * address of the process, on the same server or another; several outputs are told apart by `$output`.
 *
 * @example
 * const scene: NestedProcess = { process: 'https://example.com/ogc/processes/mosaic', inputs: { date: '2026-06-01' } }
 * await ogc.run('ndvi', { inputs: { scene } })
 */
export interface NestedProcess {
  process: string
  inputs?: Readonly<Record<string, unknown>>
  outputs?: Readonly<Record<string, Output>>
  /** The output of the process that is meant, where it has several. */
  $output?: string
}

/** A collection of an OGC API as an input (version 2.0, collection input; Part 3). Members beside `collection` select from it. */
export interface CollectionInput {
  /** URL of the collection, or its id where it is on the same server. */
  collection: string
  /** A CQL2 expression, as text or as JSON. */
  filter?: string | Readonly<Record<string, unknown>>
  filterLang?: string
  filterCrs?: string
  bbox?: readonly number[]
  bboxCrs?: string
  /** An RFC 3339 instant or interval. */
  datetime?: string
  /** Names of the fields that are wanted. */
  properties?: readonly string[]
  crs?: string
  limit?: number
  mediaType?: string
}

type Given<T> =
  | T
  | Link
  | QualifiedInput
  | NestedProcess
  | CollectionInput
  | BinaryInput
  | (string extends T ? Date : never)

/** Lists only: the length of a tuple is part of its type. */
type GivenItems<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly Given<Item>[]
    : never
  : never

/**
 * What may be given for an input of type `T`: the value, or where it comes from; bytes and dates as what they are. For a
 * list so may each of its items, since an input that occurs more than once is an array of them.
 */
export type InputOf<T> = Given<T> | GivenItems<T>

/** Inputs of a process that is not known: anything by name. An interface has no index signature; a list has an iterator. */
export type OpenInputs = Readonly<Record<string, unknown>> | (object & { readonly [Symbol.iterator]?: never })

/** Values by input id. A process with no inputs has the type `Record<string, never>`; one of which nothing is known is open. */
export type InputsOf<I extends object> =
  I extends Readonly<Record<string, never>>
    ? Readonly<Record<string, never>>
    : string extends keyof I
      ? OpenInputs
      : [keyof I] extends [never]
        ? OpenInputs
        : { [K in keyof I]: InputOf<I[K]> }
