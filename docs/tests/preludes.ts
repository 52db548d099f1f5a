import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clients, folderName } from '../../scripts/registry.ts'

/** The prelude of a file: the first whose folder or name the file's begins with. A client has one of its name. */
const preludes: readonly (readonly [path: string, prelude: string])[] = [
  ['README.md', 'readme'],
  ['docs/attributes.md', 'cas-client'],
  ['site/start/catchments.md', 'cas-client'],
  ...clients.flatMap((one) => [`${one.folder}/`, `docs/${one.key}.md`].map((path) => [path, folderName(one)] as const)),
  ['docs/', 'ogc-client'],
  ['site/', 'ogc-client'],
  ['packages/', 'ogc-client']
]

export interface Prelude {
  /** Of a file in `preludes/`, without its extension. */
  readonly name: string
  readonly text: string
}

/** Which names an example of a file may use without a word: those that these export. The second is for Node only. */
export async function preludesOf(file: string): Promise<readonly Prelude[]> {
  const [, prelude] = preludes.find(([path]) => file.startsWith(path)) ?? []
  if (prelude === undefined) throw new Error(`${file} has no prelude`)
  const names = prelude === 'readme' ? [prelude] : [prelude, `${prelude}-node`]
  const folder = join(import.meta.dirname, 'preludes')
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, `${name}.ts`), 'utf8') })))
}
