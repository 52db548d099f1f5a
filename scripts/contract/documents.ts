import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { Failure, reasonOf } from '../command/failure.ts'
import { isMap } from './openapi-keys.ts'

/** The text of a file of the repository. Throws a {@link Failure} if it is missing. */
export async function readText(root: string, path: string): Promise<string> {
  try {
    return await readFile(join(root, path), 'utf8')
  } catch (cause) {
    throw new Failure(`${path} cannot be read (${reasonOf(cause)})`, { cause })
  }
}

/** Parses an OpenAPI 3 document in YAML or JSON. Throws a {@link Failure} that says what `name` contains instead. */
export function parseOpenApi(text: string, name: string): Record<string, unknown> {
  const document = parseMap(text, name)
  if (!document || typeof document.openapi !== 'string' || !document.openapi.startsWith('3.')) {
    throw new Failure(`${name} is not an OpenAPI 3 document`)
  }
  return document
}

/** Parses a map in YAML or JSON; undefined if it is not a map. Throws a {@link Failure} if it is neither YAML nor JSON. */
export function parseMap(text: string, name: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = parse(text)
    return isMap(document) ? document : undefined
  } catch (cause) {
    if (cause instanceof YAMLParseError) throw new Failure(`${name} is not YAML: ${cause.message}`, { cause })
    throw cause
  }
}
