import { isRecord, type RequestOptions } from '@geoclients/client-core'
import type { Output, ProcessDescription, ProcessRequest } from '../generated/types.ts'

/** The requested outputs by id. */
export type WantedOutputs = Readonly<Record<string, Output>> | undefined

/** The parts of a request that concern its results. */
export type RequestedResults = Pick<ProcessRequest, 'outputs' | 'response'> & {
  /** The `return` preference of the `Prefer` header (version 2.0). */
  readonly prefer?: string | undefined
}

/** Whether a request asked for this media type, with its outputs or its `Accept` header. */
export function asksFor(mediaType: string, wanted: WantedOutputs, headers: RequestOptions['headers']): boolean {
  const formats = Object.values(wanted ?? {}).map((output) => output?.format?.mediaType)
  const accepted = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    /^accept$/i.test(name) ? value.split(',') : []
  )
  return [...formats, ...accepted].some((type) => isSameType(type, mediaType))
}

/** Whether a process describes an output of this media type (`contentMediaType`, also in alternatives). */
export function describes(mediaType: string, description: ProcessDescription | undefined): boolean {
  return Object.values(description?.outputs ?? {}).some(({ schema }) => hasType(schema, mediaType))
}

/** Searches nested alternatives in a loop, because recursion could overflow the stack. */
function hasType(schema: unknown, mediaType: string): boolean {
  const open = [schema]
  while (open.length > 0) {
    const next = open.pop()
    if (!isRecord(next)) continue
    const { contentMediaType, oneOf, anyOf, allOf } = next
    if (isSameType(contentMediaType, mediaType)) return true
    for (const options of [oneOf, anyOf, allOf])
      if (Array.isArray(options)) for (const option of options) open.push(option)
  }
  return false
}

function isSameType(type: unknown, mediaType: string): boolean {
  return typeof type === 'string' && type.split(';', 1)[0]?.trim().toLowerCase() === mediaType
}
