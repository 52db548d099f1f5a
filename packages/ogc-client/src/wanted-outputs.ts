import type { RequestOptions } from '@geoclients/client-core'
import type { Output, ProcessDescription, ProcessRequest } from './generated/types.ts'

/** The outputs that a request asked for, by id. */
export type WantedOutputs = Readonly<Record<string, Output>> | undefined

/** What a request says of the results that it wants. */
export type RequestedResults = Pick<ProcessRequest, 'outputs' | 'response'>

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

function hasType(schema: unknown, mediaType: string): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  const { contentMediaType, oneOf, anyOf, allOf } = schema as Readonly<Record<string, unknown>>
  if (isSameType(contentMediaType, mediaType)) return true
  return [oneOf, anyOf, allOf].some(
    (options) => Array.isArray(options) && options.some((option) => hasType(option, mediaType))
  )
}

function isSameType(type: unknown, mediaType: string): boolean {
  return typeof type === 'string' && type.split(';', 1)[0]?.trim().toLowerCase() === mediaType
}
