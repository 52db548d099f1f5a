import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withoutGuard } from './without-guard.ts'

const guard = { file: 'guarded.ts', text: 'if (!ok) throw $&', instead: '' }
const before = `let ok\n${guard.text}\n`
let root: string
const content = (): Promise<string> => readFile(join(root, guard.file), 'utf8')

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guard-'))
  await writeFile(join(root, guard.file), before)
})
afterEach(() => rm(root, { recursive: true }))

test('a guard is taken out for the time of the work', async () => {
  expect(await withoutGuard(root, guard, content)).toBe('let ok\n\n')
  expect(await content()).toBe(before)
})

test('it is put back where the work fails', async () => {
  await expect(withoutGuard(root, guard, () => Promise.reject(new Error('no npx')))).rejects.toThrow('no npx')
  expect(await content()).toBe(before)
})

test('it is put back where the work is interrupted', async () => {
  const program = `
    import { once } from 'node:events'
    const { withoutGuard } = await import(${JSON.stringify(new URL('without-guard.ts', import.meta.url).href)})
    await withoutGuard(...${JSON.stringify([root, guard])}, async (signal) => {
      setInterval(() => {}, 60_000)
      console.log('out')
      await once(signal, 'abort')
    })`
  const child = execFile(process.execPath, ['--input-type=module', '--eval', program])
  const ended = new Promise((end) => child.once('exit', (_, signal) => end(signal)))
  await new Promise((said) => child.stdout?.once('data', said))
  expect(await content()).toBe('let ok\n\n')
  child.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
  expect(await content()).toBe(before)
})
