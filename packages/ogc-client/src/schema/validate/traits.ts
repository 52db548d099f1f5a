/** The keywords that traits use, of a server's schema or a converted one. */
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

/** Whether values of this schema are bytes, which are base64 text in JSON. */
export function isBinary(schema: Traits): boolean {
  return alternatives(schema).some(
    ({ contentEncoding, format }) => contentEncoding !== undefined || format === 'byte' || format === 'binary'
  )
}

/** Whether the schema allows only text, so that text must not be parsed as JSON. */
export function isText({ type }: Traits): boolean {
  return [type].flat().every((name) => name === 'string' || name === 'null') && type !== undefined
}

export function isBbox({ format, allOf = [] }: Traits): boolean {
  return format === 'ogc-bbox' || allOf.some(isBbox)
}

/** The media types of a schema; empty if any is allowed. */
export function mediaTypes(schema: Traits): string[] {
  return alternatives(schema).flatMap(({ contentMediaType }) =>
    contentMediaType === undefined ? [] : [essence(contentMediaType)]
  )
}

/** The default media type of a value of this schema. */
export function ownMediaType(schema: Traits): string {
  const [named] = mediaTypes(schema)
  if (named !== undefined) return named
  if (isBinary(schema)) return 'application/octet-stream'
  return isText(schema) ? 'text/plain' : 'application/json'
}

/** Whether the schema describes a member of that name. */
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

/** The subschemas of combinations, including nested ones. */
function alternatives(schema: Traits): readonly Traits[] {
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  return parts.length === 0 ? [schema] : [schema, ...parts.flatMap(alternatives)]
}
