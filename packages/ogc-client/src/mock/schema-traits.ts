import { essence } from '@geoclients/mock-core'
import type { Schema } from '../generated/types.ts'

/** Whether values of this schema are bytes, which JSON holds as base64 text. */
export function isBinary(schema: Schema): boolean {
  return alternatives(schema).some(
    ({ contentEncoding, format }) => contentEncoding !== undefined || format === 'byte' || format === 'binary'
  )
}

/** Whether only text will do, so that text must not be read as JSON. */
export function isText(schema: Schema): boolean {
  return schema.type === 'string'
}

export function isBbox({ format, allOf = [] }: Schema): boolean {
  return format === 'ogc-bbox' || allOf.some(isBbox)
}

/** The media types that a schema names; empty where any will do. */
export function mediaTypes(schema: Schema): string[] {
  return alternatives(schema).flatMap(({ contentMediaType }) =>
    contentMediaType === undefined ? [] : [essence(contentMediaType)]
  )
}

/** In what media type values of this schema are sent by themselves. */
export function ownMediaType(schema: Schema): string {
  const [named] = mediaTypes(schema)
  if (named !== undefined) return named
  if (isBinary(schema)) return 'application/octet-stream'
  return isText(schema) ? 'text/plain' : 'application/json'
}

export function isJsonType(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType))
}

const TOLD = [
  'type',
  'format',
  'const',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'required',
  'contentMediaType',
  'contentEncoding'
] as const

/** A schema in one line, for error messages: `type integer, minimum 0`. */
export function describeSchema(schema: Schema): string {
  const told = TOLD.flatMap((key) => {
    const value = schema[key]
    return value === undefined ? [] : [`${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`]
  })
  return told.length === 0 ? 'a value of its schema' : told.join(', ')
}

function alternatives(schema: Schema): readonly Schema[] {
  return schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [schema]
}
