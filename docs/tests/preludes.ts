/** The prelude of a file: the first whose folder or name the file's begins with. */
const preludes: readonly (readonly [path: string, prelude: string])[] = [
  ['README.md', 'readme'],
  ['docs/attributes.md', 'cas-client'],
  ['packages/cas-client/', 'cas-client'],
  ['docs/', 'ogc-client'],
  ['packages/', 'ogc-client']
]

/** Which names an example of a file may use without a word: those that this file of `preludes/` exports. */
export function preludeOf(file: string): string {
  const [, prelude] = preludes.find(([path]) => file.startsWith(path)) ?? []
  if (prelude === undefined) throw new Error(`${file} has no prelude`)
  return `${prelude}.ts`
}
