import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { readDescriptions } from './read-descriptions.ts'

const mock = createOgcMock({ pageSize: 2 } as object)
const failing: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  return request.url.endsWith('/bbox_area') ? new Response('no', { status: 500 }) : mock.fetch(request)
}

test('all processes, in the order of the list', async () => {
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  const { processes } = await ogc.getProcesses({ limit: 100 })
  const descriptions = await readDescriptions(ogc)
  expect(descriptions.map(({ id }) => id)).toEqual(processes.map(({ id }) => id))
  expect(descriptions.every(({ outputs }) => outputs !== undefined)).toBe(true)
})

test('one that cannot be read rejects, or is left out where that is wanted', async () => {
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: failing, retry: false })
  await expect(readDescriptions(ogc)).rejects.toMatchObject({ status: 500 })
  const left: string[] = []
  const descriptions = await readDescriptions(ogc, { onError: (id) => left.push(id) })
  expect(left).toEqual(['bbox_area'])
  expect(descriptions.length).toBeGreaterThan(3)
})
