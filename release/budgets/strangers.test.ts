import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { strangersIn } from './strangers.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chunks-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function built(name: string, code: string, sources: readonly string[]): Promise<string> {
  await writeFile(join(folder, name), `${code}\n//# sourceMappingURL=${name}.map`)
  await writeFile(join(folder, `${name}.map`), JSON.stringify({ sources }))
  return join(folder, name)
}

test('what is allowed', async () => {
  await built('client-A1.js', 'import "openapi-fetch"', ['../src/client.ts', '../src/mockery/other.ts'])
  const entry = await built('index.js', 'import "./client-A1.js"', ['../src/index.ts'])
  expect(await strangersIn(entry)).toEqual([])
})

test('packages, and what is of Node', async () => {
  const entry = await built('index.js', 'import "node:fs"; import "msw"', ['../src/index.ts'])
  expect((await strangersIn(entry)).sort()).toEqual(['msw', 'node:fs'])
})

test.each(['../../mock-core/src/handle.ts', '../src/mock/world.ts'])(
  'a shared chunk that holds %s is none of its own, whatever its name',
  async (source) => {
    await built('handle-DcVM1fRI.js', 'export const a = 1', [source])
    const entry = await built('index.js', 'import { a } from "./handle-DcVM1fRI.js"; export { a }', ['../src/index.ts'])
    expect(await strangersIn(entry)).toEqual([expect.stringContaining(source)])
  }
)

test('a chunk without a source map is not trusted, one that only hands on is', async () => {
  const entry = join(folder, 'index.js')
  await writeFile(entry, 'import { a } from "./a.js";\nexport { a };\n')
  await writeFile(join(folder, 'a.js'), 'export const a = 1')
  await expect(strangersIn(entry)).rejects.toThrow('a.js has no source map')
  await built('a.js', 'export const a = 1', ['../src/a.ts'])
  expect(await strangersIn(entry)).toEqual([])
})
