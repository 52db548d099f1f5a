import { globSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'

const packages = join(import.meta.dirname, '..', '..', 'packages')

/** What the type tests take from vitest. */
const vitest = `declare module 'vitest' {
  export { expectTypeOf } from 'expect-type'
  export function assertType<T>(value: T): void
  export function test(name: string, body: () => unknown): void
}
`

/** What these and the type tests need. */
export const typeTestDependencies: Readonly<Record<string, string>> = {
  '@standard-schema/spec': '1.1.0',
  '@types/json-schema': '7.0.15',
  '@types/geojson': '7946.0.16',
  'expect-type': '1.4.0'
}

/**
 * Writes the type tests of a package into a project that has installed it, as tests of what is published: what they import from
 * a source file comes from the entry that exports it. Tests of inner types are left out. Returns the paths.
 */
export async function writeTypeTests(project: string): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
  const [name = ''] = Object.keys(dependencies)
  const source = join(packages, name.replace(/^@[^/]+\//, ''))
  const { exports } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  const files: string[] = []
  await mkdir(join(project, 'type-tests'), { recursive: true })
  for (const path of globSync('src/**/*.test-d.ts', { cwd: source }).sort()) {
    const text = ofEntries(await readFile(join(source, path), 'utf8'), posix.dirname(path), name, exports)
    if (text === undefined) continue
    const file = join('type-tests', basename(path))
    await writeFile(join(project, file), text)
    files.push(file)
  }
  if (files.length === 0) return []
  await writeFile(join(project, 'type-tests', 'vitest.d.ts'), vitest)
  return [...files, join('type-tests', 'vitest.d.ts')]
}

/** The text with entries instead of source files; undefined if it imports a file that is none. */
function ofEntries(text: string, folder: string, name: string, exports: object): string | undefined {
  let isPublic = true
  const changed = text.replaceAll(/ from '(\.[^']+)'/g, (_, path: string) => {
    const [, entry] = /^src\/(?:(.+)\/)?index\.ts$/.exec(posix.join(folder, path)) ?? []
    const found = posix.join(folder, path) === 'src/index.ts' ? '.' : `./${entry}`
    isPublic &&= found in exports
    return ` from '${posix.join(name, found)}'`
  })
  return isPublic ? changed : undefined
}
