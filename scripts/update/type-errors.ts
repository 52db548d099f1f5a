import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Failure } from '../command/failure.ts'
import type { Api } from '../registry.ts'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

interface Manifest {
  readonly name: string
  readonly version: string
  readonly workspaces?: readonly string[]
  readonly dependencies?: object
  readonly devDependencies?: object
  readonly exports?: Readonly<Record<string, string | { readonly types?: string }>>
}

/** The package with the generated types of an API, and the folders whose types may no longer compile. */
export interface Owner {
  readonly name: string
  readonly version: string
  /** The package, and every workspace that depends on it. */
  readonly folders: readonly string[]
  /** Sources that replace its entries, so nothing has to be built. */
  readonly paths: Readonly<Record<string, readonly string[]>>
}

export async function ownerOf({ out }: Api, root: string): Promise<Owner> {
  const manifestOf = async (folder: string): Promise<Manifest> =>
    JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  const patterns = (await manifestOf('.')).workspaces ?? []
  const files = globSync(
    patterns.map((pattern) => `${pattern}/package.json`),
    { cwd: root }
  )
  const all = await Promise.all(files.map(dirname).map(async (folder) => ({ folder, ...(await manifestOf(folder)) })))
  const owner = all.find(({ folder }) => out.startsWith(`${folder}/`))
  if (!owner) throw new Failure(`${out} lies in no package`)
  const { folder, name, version, exports = {} } = owner
  const users = all.filter((one) => Object.hasOwn({ ...one.dependencies, ...one.devDependencies }, name))
  const typed = globSync(
    [owner, ...users].map((one) => `${one.folder}/tsconfig.json`),
    { cwd: root }
  )
  const paths = Object.entries(exports).flatMap(([entry, target]) => {
    // A file in `dist` has its source at the same path in `src`.
    const types = typeof target === 'string' ? undefined : target.types
    const source = types?.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts')
    return source ? [[name + entry.slice(1), [join(root, folder, source)]]] : []
  })
  return { name, version, folders: typed.map(dirname).sort(), paths: Object.fromEntries(paths) }
}

/** The errors of tsc, one per line. Throws a {@link Failure} if a folder cannot be checked. */
export async function typeErrors({ folders, paths }: Owner, root: string, signal: AbortSignal): Promise<string[]> {
  await using work = await mkdtempDisposable(join(tmpdir(), 'types-'))
  const check = async (folder: string): Promise<string[]> => {
    const own = join(root, folder, 'tsconfig.json')
    const compilerOptions = { noEmit: true, paths, typeRoots: [join(root, 'node_modules/@types')] }
    const config = join(work.path, `${folder.replaceAll('/', '-')}.json`)
    await writeFile(config, JSON.stringify({ extends: own, compilerOptions }))
    const lines = await promisify(execFile)(process.execPath, [tsc, '-p', config], { cwd: root, signal }).then(
      () => [],
      (cause: { stdout?: string }) => {
        signal.throwIfAborted()
        return (cause.stdout ?? String(cause)).split('\n').filter((line) => /\berror TS\d+:/.test(line))
      }
    )
    const general = lines.find((line) => line.startsWith('error'))
    if (general) throw new Failure(`The types cannot be checked in ${folder}\n${general}`)
    // An error in a source of another folder is reported there.
    return lines.filter((line) => line.startsWith(`${folder}/`))
  }
  const found: string[] = []
  // One at a time, because each needs much memory.
  for (const folder of folders) found.push(...(await check(folder)))
  return found
}
