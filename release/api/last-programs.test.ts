import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenPrograms } from './last-programs.ts'

let root: string
async function write(path: string, content: string | object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}
const manifest = (version: string): Promise<void> =>
  write('packages/a/package.json', { name: '@test/a', version, type: 'module', exports: './index.d.ts' })
const types = (type: string): Promise<void> => write('packages/a/index.d.ts', `export declare const size: ${type}\n`)
const git = (...args: string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@test', ...args], { cwd: root })

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'last-'))
  await manifest('0.1.0')
  await types('number')
  await write('tsconfig.base.json', { compilerOptions: { module: 'nodenext', strict: true, noEmit: true } })
  await write('release/consumers/use.ts', "import { size } from '@test/a'\nexport const twice: number = size * 2\n")
  await write('examples/b/main.ts', 'export {}\n')
  await write('examples/b/main.test.ts', 'export const wrong: string = 1\n')
  await write('.changeset/config.json', '{}')
  await mkdir(join(root, 'node_modules/@test'), { recursive: true })
  await symlink(join(root, 'packages/a'), join(root, 'node_modules/@test/a'))
  await symlink(join(import.meta.dirname, '../../node_modules/@types'), join(root, 'node_modules/@types'))
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'release')
})
afterEach(() => rm(root, { recursive: true }))

test('before the first release nothing can break', async () => {
  await types('string')
  expect(await brokenPrograms(root)).toBeUndefined()
})

test('what compiled at the last release must compile, or the version says that it may not', async () => {
  git('tag', '@test/a@0.1.0')
  await types('1 | 2')
  expect(await brokenPrograms(root)).toBeUndefined()
  await types('string')
  const problem = 'Programs of @test/a@0.1.0 do not compile any more'
  expect(await brokenPrograms(root)).toMatch(
    new RegExp(`^${problem}.*\\nrelease/consumers/use\\.ts\\(2,30\\): error TS2362`)
  )
  await write('.changeset/patch.md', '---\n"@test/a": patch\n---\n\nText.\n')
  await manifest('0.1.1')
  expect(await brokenPrograms(root)).toContain(problem)
  await write('.changeset/minor.md', '---\n"@test/a": minor\n---\n\nText.\n')
  expect(await brokenPrograms(root)).toBeUndefined()
  await rm(join(root, '.changeset/minor.md'))
  await manifest('0.2.0')
  expect(await brokenPrograms(root)).toBeUndefined()
})
