import type { Link, Output, QualifiedValue } from '../generated/types.ts'

/** Bytes as an input. They are sent as a qualified value in base64, with the media type of a Blob or File. */
export type BinaryInput = Blob | ArrayBuffer | ArrayBufferView

/** A value with its format. Bytes in it become base64, with the given media type. */
export interface QualifiedInput extends Omit<QualifiedValue, 'value'> {
  value: unknown
}

/**
 * A process whose output is the input (OGC API - Processes, Part 3: Workflows, 21-009, nested processes). `process` is
 * the URL of the process, on the same or another server. If it has several outputs, `$output` selects one.
 *
 * @example
 * const scene: NestedProcess = { process: 'https://example.com/ogc/processes/mosaic', inputs: { date: '2026-06-01' } }
 * await ogc.run('ndvi', { inputs: { scene } })
 */
export interface NestedProcess {
  process: string
  inputs?: Readonly<Record<string, unknown>>
  outputs?: Readonly<Record<string, Output>>
  /** Selects the output, if the process has several. */
  $output?: string
}

/** A collection of an OGC API as an input (version 2.0, collection input; Part 3). The other members filter it. */
export interface CollectionInput {
  /** URL of the collection, or its id if it is on the same server. */
  collection: string
  /** A CQL2 expression, as text or as JSON. */
  filter?: string | Readonly<Record<string, unknown>>
  filterLang?: string
  filterCrs?: string
  bbox?: readonly number[]
  bboxCrs?: string
  /** An RFC 3339 instant or interval. */
  datetime?: string
  /** Names of the requested fields. */
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

/** Maps only lists, because the length of a tuple is part of its type. */
type GivenItems<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly Given<Item>[]
    : never
  : never

/**
 * The values that you may pass for an input of type `T`: the value, a link to it, bytes or dates. This also holds for the items
 * of a list, because an input that occurs more than once is an array.
 */
export type InputOf<T> = Given<T> | GivenItems<T>

/** Inputs of an unknown process: any names. Allows interfaces, which have no index signature, but no lists. */
export type OpenInputs = Readonly<Record<string, unknown>> | (object & { readonly [Symbol.iterator]?: never })

/** Values by input id. A process without inputs has the type `Record<string, never>`; an unknown process accepts any inputs. */
export type InputsOf<I extends object> =
  I extends Readonly<Record<string, never>>
    ? Readonly<Record<string, never>>
    : string extends keyof I
      ? OpenInputs
      : [keyof I] extends [never]
        ? OpenInputs
        : { [K in keyof I]: InputOf<I[K]> }
