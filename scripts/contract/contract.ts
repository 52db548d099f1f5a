import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { Failure, reasonOf } from '../command/failure.ts'
import type { Files } from '../command/files.ts'
import type { Api } from '../registry.ts'
import { contractText } from './arrange.ts'
import { isMap } from './nodes.ts'
import { applyOverlay } from './overlay.ts'

interface Contract {
  readonly document: object
  readonly text: string
}

/**
 * The contract of an API, read or merged from its sources. Throws a {@link Failure} if that fails.
 *
 * @param given files that replace those on disk.
 */
export async function contractOf(
  { contract, mergedFrom }: Api,
  root: string,
  given: Files = new Map()
): Promise<Contract> {
  const read = async (path: string): Promise<string> => given.get(path) ?? readText(root, path)
  if (!mergedFrom) {
    const text = await read(contract)
    return { text, document: parseOpenApi(text, contract) }
  }
  const { upstream, overlay } = mergedFrom
  const actions = parseMap(await read(overlay), overlay)
  if (!actions) throw new Failure(`${overlay} is not an OpenAPI Overlay`)
  const document = await applyOverlay(parseOpenApi(await read(upstream), upstream), actions, overlay)
  const header = `# Made by \`npm run generate\` from ${upstream} and ${overlay}. Do not edit.\n`
  return { document, text: header + contractText(document) }
}

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
function parseMap(text: string, name: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = parse(text)
    return isMap(document) ? document : undefined
  } catch (cause) {
    if (cause instanceof YAMLParseError) throw new Failure(`${name} is not YAML: ${cause.message}`, { cause })
    throw cause
  }
}
