import { readFile } from 'node:fs/promises'
import { parse, stringify } from 'yaml'
import type { Edit } from '../diff/seeds.ts'
import type { Api } from '../registry.ts'

/** An API whose contract is written by hand. */
export const atlas: Api = {
  name: 'atlas',
  contract: 'specs/atlas/openapi.yaml',
  out: 'packages/atlas-client/src/generated',
  handwritten: { JsonValue: '../json-value.ts' }
}

export const atlasText: string = await readFile(new URL('atlas.yaml', import.meta.url), 'utf8')

/** The contract after edits. */
export function atlasAfter(...edits: readonly Edit[]): string {
  const document = parse(atlasText)
  for (const edit of edits) edit(document)
  return stringify(document, { aliasDuplicateObjects: false })
}
