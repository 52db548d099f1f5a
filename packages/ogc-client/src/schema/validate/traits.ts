/** What traits are read from: a schema as a server sends it, or a converted one. */
export interface Traits {
  readonly type?: unknown
  readonly format?: string
  readonly contentEncoding?: string
  readonly contentMediaType?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly oneOf?: readonly Traits[]
  readonly anyOf?: readonly Traits[]
  readonly allOf?: readonly Traits[]
}

/** Whether values of this schema are bytes, which JSON holds as base64 text. */
export function isBinary(schema: Traits): boolean {
  return alternatives(schema).some(
    ({ contentEncoding, format }) => contentEncoding !== undefined || format === 'byte' || format === 'binary'
  )
}

/** Whether only text will do, so that text must not be read as JSON. */
export function isText({ type }: Traits): boolean {
  return [type].flat().every((name) => name === 'string' || name === 'null') && type !== undefined
}

export function isBbox({ format, allOf = [] }: Traits): boolean {
  return format === 'ogc-bbox' || allOf.some(isBbox)
}

/** The media types that a schema names; empty where any will do. */
export function mediaTypes(schema: Traits): string[] {
  return alternatives(schema).flatMap(({ contentMediaType }) =>
    contentMediaType === undefined ? [] : [essence(contentMediaType)]
  )
}

/** In what media type values of this schema are sent by themselves. */
export function ownMediaType(schema: Traits): string {
  const [named] = mediaTypes(schema)
  if (named !== undefined) return named
  if (isBinary(schema)) return 'application/octet-stream'
  return isText(schema) ? 'text/plain' : 'application/json'
}

/** Whether objects of this schema have a member of that name themselves. */
export function hasMember(schema: Traits, name: string): boolean {
  const parts = [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  return parts.some(({ properties }) => properties !== undefined && Object.hasOwn(properties, name))
}

export function isJsonType(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType))
}

/** A media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** What a value may be one of, or must be all of; a form with parts of its own stands for them too. */
function alternatives(schema: Traits): readonly Traits[] {
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  return parts.length === 0 ? [schema] : [schema, ...parts.flatMap(alternatives)]
}
