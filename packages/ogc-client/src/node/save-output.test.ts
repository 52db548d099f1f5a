import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { saveOutput } from '@geoclients/ogc-client/node'
import { afterAll, expect, test } from 'vitest'

const folder = await mkdtemp(join(tmpdir(), 'save-output-'))
afterAll(() => rm(folder, { recursive: true }))

const mock = createOgcMock()
const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

test('an output is written as it comes, with progress, and is there once it is whole', async () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 256)
  const inputs = { bytes: new Blob([bytes]) }
  const results = await ogc.run('echo_inputs', { inputs, outputs: { bytes: {} }, response: 'raw' })
  const told: number[] = []
  const path = join(folder, 'a.bin')
  expect(await saveOutput(results.get('bytes'), path, { onProgress: (done) => told.push(done) })).toBe(200_000)
  expect((await readFile(path)).equals(bytes)).toBe(true)
  expect(told.at(-1)).toBe(200_000)
})

const streamOf = (pull: UnderlyingDefaultSource<Uint8Array>['pull']) => ({
  stream: async () => new ReadableStream<Uint8Array>({ ...(pull && { pull }) })
})

test('two that are saved to one place at the same time do not mix', async () => {
  const path = join(folder, 'a.bin')
  const whole = (byte: number) =>
    streamOf((stream) => {
      stream.enqueue(new Uint8Array(100_000).fill(byte))
      stream.close()
    })
  expect(await Promise.all([saveOutput(whole(1), path), saveOutput(whole(2), path)])).toEqual([100_000, 100_000])
  expect(new Set(await readFile(path)).size).toBe(1)
  expect(await readdir(folder)).toEqual(['a.bin'])
})

test('what breaks off leaves nothing behind', async () => {
  let pieces = 0
  const broken = streamOf((controller) => {
    if (pieces++ < 2) controller.enqueue(new Uint8Array(1000))
    else controller.error(new Error('cut'))
  })
  await expect(saveOutput(broken, join(folder, 'b.bin'))).rejects.toThrow('cut')
  expect(await readdir(folder)).toEqual(['a.bin'])
})

test('an abort ends it', async () => {
  const controller = new AbortController()
  const endless = streamOf((stream) => stream.enqueue(new Uint8Array(1000)))
  const onProgress = (bytes: number): void => {
    if (bytes > 10_000) controller.abort()
  }
  const saving = saveOutput(endless, join(folder, 'c.bin'), { signal: controller.signal, onProgress })
  await expect(saving).rejects.toMatchObject({ name: 'AbortError' })
  expect(await readdir(folder)).toEqual(['a.bin'])
})

test('a place that is not there rejects, and the output is let go', async () => {
  let cancelled = false
  const cancel = (): void => {
    cancelled = true
  }
  const output = { stream: async () => new ReadableStream<Uint8Array>({ cancel }) }
  await expect(saveOutput(output, join(folder, 'nowhere', 'd.bin'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(cancelled).toBe(true)
})
