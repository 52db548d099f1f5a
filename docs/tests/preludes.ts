import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clients, folderName } from '../../scripts/registry.ts'

/**
 * The prelude of a file: the first one whose folder or name is a prefix of the file's path. Each client has one with its name.
 */
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
  /** The file's name in `preludes/`, without extension. */
  readonly name: string
  readonly text: string
}

/** The names that examples may use without defining them: those that these preludes export. The second one is for Node only. */
export async function preludesOf(file: string): Promise<readonly Prelude[]> {
  const [, prelude] = preludes.find(([path]) => file.startsWith(path)) ?? []
  if (prelude === undefined) throw new Error(`${file} has no prelude`)
  const names = prelude === 'readme' ? [prelude] : [prelude, `${prelude}-node`]
  const folder = join(import.meta.dirname, 'preludes')
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, `${name}.ts`), 'utf8') })))
}
