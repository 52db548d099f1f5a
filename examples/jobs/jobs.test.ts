import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { resume, type Storage, submitAndSave, watchMany } from './jobs.ts'

const mock = createOgcMock()
const client = (): OgcClient => new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

test('a job is started, saved, and watched to its result by another client', async () => {
  const kept = new Map<string, string>()
  const storage: Storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value)
  }
  {
    using before = client()
    await submitAndSave(before, storage, 0.4)
  }
  using after = client()
  const lines: string[] = []
  const slept = await resume(after, storage, (line) => lines.push(line))
  expect(lines.at(-1)).toBe('successful 100 %')
  expect(slept).toBeCloseTo(0.4)
})

test('many jobs are watched together', async () => {
  using ogc = client()
  mock.reset()
  const ended = await watchMany(ogc, Array(50).fill(0.3))
  expect(ended).toHaveLength(50)
  const paths = mock.requests.filter(({ method }) => method === 'GET').map(({ url }) => new URL(url).pathname)
  expect(new Set(paths)).toEqual(new Set(['/jobs']))
})
