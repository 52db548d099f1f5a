import { clients, folderName } from '../../scripts/registry.ts'

/** The prelude of a file: the first whose folder or name the file's begins with. A client has one of its name. */
const preludes: readonly (readonly [path: string, prelude: string])[] = [
  ['README.md', 'readme'],
  ['docs/attributes.md', 'cas-client'],
  ...clients.map((one) => [`${one.folder}/`, folderName(one)] as const),
  ['docs/', 'ogc-client'],
  ['packages/', 'ogc-client']
]

/** Which names an example of a file may use without a word: those that this file of `preludes/` exports. */
export function preludeOf(file: string): string {
  const [, prelude] = preludes.find(([path]) => file.startsWith(path)) ?? []
  if (prelude === undefined) throw new Error(`${file} has no prelude`)
  return `${prelude}.ts`
}
