import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publicPackages } from './packages.ts'

const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const programs = [':(glob)release/consumers/*.ts', ':(glob)examples/*/*.ts', ':(exclude,glob)**/*.test.ts']

/**
 * Compiles the programs of the last release (`release/consumers`, `examples`) against the current types. Lists what no longer
 * compiles, unless a package gets a version that may break them. Undefined before the first release.
 */
export async function brokenPrograms(root: string): Promise<string | undefined> {
  const git = async (...args: string[]): Promise<string> => (await run('git', args, { cwd: root })).stdout
  const tag = (await git('describe', '--tags', '--abbrev=0', '--match', '*@*').catch(() => '')).trim()
  if (tag === '') return undefined
  const folder = join(root, 'release', '.last')
  try {
    await mkdir(folder, { recursive: true })
    const archive = join(folder, 'programs.tar')
    await git('archive', '--output', archive, tag, '--', ...programs)
    await run('tar', ['-xf', archive], { cwd: folder })
    const tsconfig = { extends: '../../tsconfig.base.json', compilerOptions: { types: ['node'] }, include: ['**/*.ts'] }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
    await run(process.execPath, [tsc, '-p', folder], { cwd: folder })
    return undefined
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    if (await mayBreak(root, (path) => git('show', `${tag}:${path}`))) return undefined
    return `Programs of ${tag} do not compile any more, and no package gets a version that may break them: npx changeset\n${stdout.trim()}`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether a package has, or gets from a changeset, a version that may break programs: before 1.0 a minor one. */
async function mayBreak(root: string, then: (path: string) => Promise<string>): Promise<boolean> {
  const changesets = join(root, '.changeset')
  const names = (await readdir(changesets)).filter((name) => name.endsWith('.md'))
  const pending = (await Promise.all(names.map((name) => readFile(join(changesets, name), 'utf8')))).join('\n')
  for (const { name, version, folder } of await publicPackages(root)) {
    const before = await then(`${folder}/package.json`).then(JSON.parse, () => ({ version: '0.0.0' }))
    const [major, minor] = String(before.version).split('.')
    if (!version.startsWith(major === '0' ? `0.${minor}.` : `${major}.`)) return true
    if (pending.includes(`"${name}": major`) || (major === '0' && pending.includes(`"${name}": minor`))) return true
  }
  return false
}
