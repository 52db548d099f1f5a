import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { withFileLock } from './file-lock.ts'

const { signal } = new AbortController()
let folder: string
let path: string
let clock: VirtualClock

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geoclients-'))
  path = join(folder, 'a.lock')
  clock = new VirtualClock()
})
afterEach(() => rm(folder, { recursive: true }))

const lock = <T>(work: () => Promise<T>, given = signal): Promise<T> =>
  withFileLock(path, { clock, signal: given }, work)

test('work is done one after the other, also where the first fails', async () => {
  const seen: string[] = []
  let end = (): void => {}
  const first = lock(async () => {
    seen.push('begin')
    await new Promise<void>((resolve) => (end = resolve))
    seen.push('end')
    throw new Error('failed')
  })
  await expect.poll(() => seen).toEqual(['begin'])
  const second = lock(async () => seen.push('second'))
  await expect.poll(() => clock.pending).toBe(1)
  end()
  await expect(first).rejects.toThrow('failed')
  await clock.advance(50)
  await second
  expect(seen).toEqual(['begin', 'end', 'second'])
  expect(await readdir(folder)).toEqual([])
})

test('a lock of a program on this machine that has ended is taken at once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  await writeFile(path, JSON.stringify({ pid, host: hostname(), id: 'x' }))
  expect(await lock(async () => 'mine')).toBe('mine')
  expect([await readdir(folder), clock.delays]).toEqual([[], []])
})

test.each([
  ['of another machine', JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' })],
  ['that says nothing', ''],
  ['that is none of ours', 'x'.repeat(10_000)]
])('a lock %s is taken after a minute without a change', async (_, text) => {
  await writeFile(path, text)
  let ours = false
  const waiting = lock(async () => (ours = true))
  await expect.poll(() => clock.pending).toBe(1)
  await clock.advance(59_900)
  await expect.poll(() => clock.pending).toBe(1)
  expect([ours, await readFile(path, 'utf8')]).toEqual([false, text])
  await clock.advance(100)
  await waiting
  expect(ours).toBe(true)
  expect(await readdir(folder)).toEqual([])
})

test('waiting ends with its signal', async () => {
  await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), id: 'x' }))
  const end = new AbortController()
  const waiting = lock(async () => {}, end.signal)
  await expect.poll(() => clock.pending).toBe(1)
  end.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  expect(await readdir(folder)).toEqual(['a.lock'])
})
