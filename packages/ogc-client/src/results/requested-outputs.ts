import { isRecord, type RequestOptions } from '@geoclients/client-core'
import type { Output, ProcessDescription, ProcessRequest } from '../generated/types.ts'

/** The outputs that a request asked for, by id. */
export type WantedOutputs = Readonly<Record<string, Output>> | undefined

/** What a request says of the results that it wants. */
export type RequestedResults = Pick<ProcessRequest, 'outputs' | 'response'> & {
  /** The preference of how outputs are returned, as the `Prefer` header has it (version 2.0). */
  readonly prefer?: string | undefined
}

/** Whether a request, by its outputs or by its `Accept` header, asked for this media type. */
export function asksFor(mediaType: string, wanted: WantedOutputs, headers: RequestOptions['headers']): boolean {
  const formats = Object.values(wanted ?? {}).map((output) => output?.format?.mediaType)
  const accepted = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    /^accept$/i.test(name) ? value.split(',') : []
  )
  return [...formats, ...accepted].some((type) => isSameType(type, mediaType))
}

/** Whether a process describes an output of this media type (`contentMediaType`, also among alternatives). */
export function describes(mediaType: string, description: ProcessDescription | undefined): boolean {
  return Object.values(description?.outputs ?? {}).some(({ schema }) => hasType(schema, mediaType))
}

/** Looks at one alternative after the other, however deep a server nests them: a function that calls itself could not. */
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
