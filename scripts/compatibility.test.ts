import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './compatibility.ts'

const page = 'docs/compatibility.md'
let root: string
let lines: string[]

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'compatibility-'))
  lines = []
})
afterEach(() => rm(root, { recursive: true }))

const run = (...args: string[]): Promise<number> =>
  main(args, { root, apis: [], print: (line: string) => lines.push(line) })

test('writes the page of both clients, which is then up to date', async () => {
  expect(await run()).toBe(0)
  expect(await run('--check')).toBe(0)
  expect(await run()).toBe(0)
  expect(lines).toEqual([`${page} written`, `${page} is up to date`, `${page} is up to date`])
  const text = await readFile(join(root, page), 'utf8')
  expect(text).toMatch(/^## OGC API - Processes$/m)
  expect(text).toMatch(/^## Community Attribute Service$/m)
})

test('with --check a page that is missing or stale fails, and is left as it is', async () => {
  expect(await run('--check')).toBe(1)
  await run()
  await writeFile(join(root, page), 'old')
  expect(await run('--check')).toBe(1)
  expect(await readFile(join(root, page), 'utf8')).toBe('old')
  const mend = 'Mend with: npm run compatibility'
  expect(lines).toEqual([`${page} is missing`, mend, `${page} written`, `${page} is stale`, mend])
  expect(await run()).toBe(0)
  expect(lines.at(-1)).toBe(`${page} updated`)
})

test('refuses what it does not know', async () => {
  expect(await run('--chekc')).toBe(1)
  expect(lines.join()).toContain('npm run compatibility')
})
