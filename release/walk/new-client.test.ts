import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main as generate } from '../../scripts/generate/main.ts'
import { demoContract } from '../../scripts/new-client/demo-contract.ts'
import { main } from '../../scripts/new-client/main.ts'
import { repositoryCopy } from '../../scripts/new-client/repository-copy.ts'

// Here and not in scripts/, whose tests need not run again when the code that the clients share changes.
const run = promisify(execFile)
let copy = ''
beforeAll(async () => {
  copy = await repositoryCopy()
})
afterAll(() => rm(copy, { recursive: true, force: true }))

async function newClient(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main(args, { root: copy, apis: [], print: (line) => lines.push(line) })
  return { code, text: lines.join('\n') }
}

test('a client is made that is in order at once: generated, linted, compiled, tested', async () => {
  await writeFile(join(copy, 'demo.yaml'), demoContract)
  const { code, text } = await newClient('demo', '--contract', 'demo.yaml')
  expect([code, text]).toEqual([0, expect.stringContaining('packages/demo-client/src/client/demo-client.ts written')])
  expect(await readFile(join(copy, 'scripts/registry.ts'), 'utf8')).toContain("folder: 'packages/demo-client'")
  const out = 'packages/demo-client/src/generated'
  const api = { name: 'demo', contract: 'specs/demo/openapi.yaml', out, mockData: true, handwritten: {} }
  const lines: string[] = []
  const checked = await generate(['--check'], { root: copy, apis: [api], print: (line) => lines.push(line) })
  expect([checked, lines]).toEqual([0, ['Generated files are up to date.']])

  const bin = (name: string): string => join(copy, 'node_modules/.bin', name)
  const folder = join(copy, 'packages/demo-client')
  const made = ['packages/demo-client', 'release/consumers', 'docs/tests', 'scripts/registry.ts', 'package.json']
  const lint = run(bin('biome'), ['check', '--error-on-warnings', ...made], { cwd: copy })
  await expect(lint, 'biome').resolves.toBeDefined()
  const types = run(bin('tsc'), ['-p', 'tsconfig.json'], { cwd: folder }).catch(({ stdout }) => ({ stdout }))
  expect((await types).stdout).toBe('')
  // The environment of this run is no other's business.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  const { stdout } = await run(bin('vitest'), ['run'], { cwd: folder, env: { ...env, NO_COLOR: '1' } })
  expect(stdout).toMatch(/Test Files {2}5 passed \(5\)[^T]+Tests {2}\d+ passed \(\d+\)/)
  expect((await newClient('demo', '--contract', 'demo.yaml')).text).toContain('The name demo is taken')
})
