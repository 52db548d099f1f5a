import { Failure } from '../command/failure.ts'
import type { Files } from '../command/files.ts'
import type { Api } from './apis.ts'
import { contractText } from './contract-text.ts'
import { parseMap, parseOpenApi, readText } from './documents.ts'
import { applyOverlay } from './overlay.ts'

export interface Contract {
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
