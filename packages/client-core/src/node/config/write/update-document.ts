import { type Document, isMap, isScalar, type ParsedNode, Scalar, type YAMLMap } from 'yaml'
import type { ErrorFactory } from '../../../errors/client-error.ts'
import { isRecord } from '../../../validation/arguments.ts'
import { parseConfig } from '../document.ts'
import type { ConfigFormat } from '../format.ts'
import { dropTellingComments, keyOfHidden, keyOfLeft, secretsOf, textsOf } from './leftover-secrets.ts'

/** Settings by their names in files. */
export type Wire = Readonly<Record<string, unknown>>

/** A file to be changed. With `secrets`, its secrets may stay. */
export interface Existing {
  readonly text: string
  readonly path: string
  readonly secrets: boolean
}

/**
 * The text of a file with `wire` as its only settings. Comments and unknown keys are kept, except those that would leave
 * a secret behind. JSON stays JSON.
 */
export function updateConfig(format: ConfigFormat, existing: Existing, wire: Wire, make: ErrorFactory): string {
  const { text, path } = existing
  const { document, values } = parseConfig(text, path, make)
  const known = [...Object.keys(format.fields), ...Object.keys(format.old ?? {}), ...(format.auth ? ['auth'] : [])]
  const others = Object.fromEntries(Object.entries(values).filter(([key]) => !known.includes(key)))
  const secrets = existing.secrets ? new Map<string, string>() : secretsOf(format, values)
  refuseLeft(keyOfLeft(others, secrets), 'also appears under another key')
  if (!existing.secrets) dropTellingComments(document, secrets)
  const result = isJson(text)
    ? `${JSON.stringify({ ...others, ...wire }, null, 2)}\n`
    : updateDocument(document, wire, known)
  // The result is parsed again, so nothing that the library preserves can hide a secret.
  const written = parseConfig(result, path, make).document
  refuseLeft(keyOfHidden(written, secrets, textsOf(wire)), 'also appears in an anchor, a tag or a merged mapping')
  return result

  function refuseLeft(key: string | undefined, where: string): void {
    if (key === undefined) return
    const advice = 'remove it there, or save with secrets: true'
    throw make({ code: 'config', message: `${path}: the secret ${key} ${where}: ${advice}` })
  }
}

function updateDocument(document: Document.Parsed<ParsedNode>, wire: Wire, known: readonly string[]): string {
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as ParsedNode
  writeMembers(document, document.contents as unknown as YAMLMap, wire, known)
  return document.toString({ lineWidth: 0 })
}

/** Sets the members of a mapping, and deletes all other members in `known`. */
function writeMembers(document: Document, map: YAMLMap, members: Wire, known: readonly string[]): void {
  for (const name of known) if (!Object.hasOwn(members, name)) map.delete(name)
  for (const [name, value] of Object.entries(members)) {
    const there = map.get(name, true)
    if (typeof value === 'string') {
      const scalar: Scalar = isScalar(there) ? there : new Scalar(value) // the old node keeps its comment
      Object.assign(scalar, { value, type: isPlain(value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE })
      if (value === '<<')
        scalar.tag = 'tag:yaml.org,2002:str' // otherwise the library may write it without quotes
      else delete scalar.tag
      if (!isScalar(there)) map.set(name, scalar)
    } else if (name === 'auth' && isRecord(value)) {
      const auth = isMap(there) ? there : (document.createNode({}) as YAMLMap)
      writeMembers(document, auth, value, Object.keys(auth.toJSON() as object))
      if (!isMap(there)) map.set(name, auth)
    } else map.set(name, document.createNode(value))
  }
}

/** Whether every YAML reader takes it for text without quotes. The library handles true, null and the like. */
function isPlain(value: string): boolean {
  return /^[A-Za-z][\w.:/-]*$/.test(value)
}

function isJson(text: string): boolean {
  try {
    return isRecord(JSON.parse(text))
  } catch {
    return false
  }
}
