import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { TestWorkplace } from '../../scripts/testing/workplace.ts'
import { brokenPrograms } from './last-programs.ts'

let work: TestWorkplace
const version = (version: string): Promise<void> =>
  work.write('packages/a/package.json', { name: '@test/a', version, type: 'module', exports: './index.d.ts' })
const types = (type: string): Promise<void> =>
  work.write('packages/a/index.d.ts', `export declare const size: ${type}\n`)

beforeEach(async () => {
  work = await TestWorkplace.create({
    'tsconfig.base.json': { compilerOptions: { module: 'nodenext', strict: true, noEmit: true } },
    'release/consumers/use.ts': "import { size } from '@test/a'\nexport const twice: number = size * 2\n",
    'examples/b/main.ts': 'export {}\n',
    'examples/b/main.test.ts': 'export const wrong: string = 1\n',
    '.changeset/config.json': '{}'
  })
  await version('0.1.0')
  await types('number')
  await mkdir(join(work.root, 'node_modules/@test'), { recursive: true })
  await symlink(join(work.root, 'packages/a'), join(work.root, 'node_modules/@test/a'))
  await symlink(join(import.meta.dirname, '../../node_modules/@types'), join(work.root, 'node_modules/@types'))
  await work.commit()
})

test('before the first release nothing can break', async () => {
  await types('string')
  expect(await brokenPrograms(work.root)).toBeUndefined()
})

test('what compiled at the last release must compile, or the version says that it may not', async () => {
  await work.git('tag', '@test/a@0.1.0')
  await types('1 | 2')
  expect(await brokenPrograms(work.root)).toBeUndefined()
  await types('string')
  const problem = 'Programs of @test/a@0.1.0 do not compile any more'
  expect(await brokenPrograms(work.root)).toMatch(
    new RegExp(`^${problem}.*\\nrelease/consumers/use\\.ts\\(2,30\\): error TS2362`)
  )
  await work.write('.changeset/patch.md', '---\n"@test/a": patch\n---\n\nText.\n')
  await version('0.1.1')
  expect(await brokenPrograms(work.root)).toContain(problem)
  await work.write('.changeset/minor.md', '---\n"@test/a": minor\n---\n\nText.\n')
  expect(await brokenPrograms(work.root)).toBeUndefined()
  await work.remove('.changeset/minor.md')
  await version('0.2.0')
  expect(await brokenPrograms(work.root)).toBeUndefined()
})
