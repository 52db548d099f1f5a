import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OgcClient, type Output, type ProcessDescription, type Results } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { failureOf, runPrimes } from '../examples/tour/ogc-steps.ts'
import { decodePng } from '../packages/ogc-client/src/mock/node/decode-png.ts'
import { LOOPBACK } from './port.ts'
import { servers } from './servers.ts'

const mock = createOgcMock()
const played = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
// A server of its own: the contract wants to be alone with the jobs of the other.
const server = await servers.pygeoapi()
const withManager = new OgcClient({ baseUrl: server.baseUrl })
const withoutManager = new OgcClient({ baseUrl: inject('baseUrls')['pygeoapi-without-manager'] })
afterAll(async () => {
  for (const ogc of [played, withManager, withoutManager]) ogc.close()
  await server.stop()
})

describe.each([
  ['with a job manager', withManager],
  ['without', withoutManager]
])('pygeoapi %s', (_, ogc) => {
  test('describes the inputs and outputs of the mock', async () => {
    // `echo` is for the OGC's test suite, which is run on the mock.
    const ids = (await played.getProcesses()).processes.map(({ id }) => id).filter((id) => id !== 'echo')
    expect((await ogc.getProcesses()).processes.map(({ id }) => id)).toEqual([...ids, 'hello-world'])
    for (const id of ids) expect(shapeOf(await ogc.getProcess(id))).toEqual(shapeOf(await played.getProcess(id)))
  })

  test('runs a process to its real value, under the name that its description gives', async () => {
    expect(await runPrimes(ogc)).toEqual([11, 13, 17, 19, 23, 29])
    expect((await ogc.run('hello-world', { inputs: { name: 'Ada' } })).toJSON()).toEqual({ echo: 'Hello Ada!' })
  })

  const red = [
    [0.1, 0],
    [0.3, 0.4]
  ]
  test.each<[string, Record<string, unknown>]>([
    ['echo_inputs', {}],
    ['bbox_area', { bbox: { bbox: [170, -10, -170, 10] }, unit: 'ha' }],
    ['ndvi_statistics', { red, nir: red.map((row) => row.map((value, x) => value + x / 10)), threshold: 0.1 }],
    ['tile_thumbnail', { zoom: 2, column: 1, row: 1, size: 16 }]
  ])('computes what the mock computes: %s', async (id, inputs) => {
    const [real, expected] = await Promise.all([ogc.run(id, { inputs }), played.run(id, { inputs })])
    expect(idsOf(real)).toEqual(idsOf(expected))
    for (const [name, output] of expected) expect(await contentOf(real.get(name))).toEqual(await contentOf(output))
  })

  test('answers several requests at once', async () => {
    const sleeps = Array.from({ length: 6 }, () => ogc.run('sleep_a_while', { inputs: { duration: 1 } }))
    const first = await Promise.race([ogc.getProcess('bbox_area').then(() => 'a description'), ...sleeps])
    expect(first).toBe('a description')
    await Promise.all(sleeps)
  })
})

test('a JSON result that is labelled text is read, and so is one that comes as a page of HTML otherwise', async () => {
  const inputs = { name: 'Ada', as_bytes: true, media_type: 'text/plain' }
  expect((await withManager.run('hello-world', { inputs })).toJSON()).toEqual({ echo: 'Hello Ada!' })

  const job = await withManager.submit('primes_between', { inputs: { max_val: 3 } }, { mode: 'async' })
  expect((await job.results()).toJSON()).toEqual({ return_value: [2, 3] })
  const response = await fetch(`${server.baseUrl}/jobs/${job.id}/results`)
  expect(response.headers.get('Content-Type')).toContain('text/html')
})

test('a subscriber is told of the start and of the results', async () => {
  const told: string[] = []
  const subscriber = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text) => told.push(`${request.url} ${text}`))
    response.end()
  }).listen(0, LOOPBACK)
  await once(subscriber, 'listening')
  const url = `http://${LOOPBACK}:${(subscriber.address() as AddressInfo).port}`
  try {
    await withManager.run('primes_between', {
      inputs: { max_val: 3 },
      subscriber: { successUri: `${url}/success`, inProgressUri: `${url}/progress` }
    })
    // The server may tell its subscriber after it has told who polls.
    const both = ['/progress {}', '/success {"id": "answer", "value": [2, 3]}']
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(both)
  } finally {
    subscriber.close()
  }
})

test('a job runs, is listed and dismissed where there is a manager, and only there', async () => {
  const job = await withManager.submit('sleep_a_while', { inputs: { duration: 30 } }, { mode: 'async' })
  expect(await job.dismiss()).toMatchObject({ status: 'dismissed' })
  expect(await failureOf(withManager.getJob(job.id ?? ''))).toMatchObject({ status: 404 })

  const atOnce = await withoutManager.executeProcess('primes_between', { inputs: { max_val: 3 } })
  expect(atOnce).toMatchObject({ jobID: '', status: 'successful' })
  expect(await withoutManager.getJobs()).toMatchObject({ jobs: [] })
})

test('a server that ends takes its state with it, and does not wait for its jobs', async () => {
  const [, folder = ''] = /State lies in (\S+)/.exec(server.logs()) ?? []
  expect(existsSync(folder)).toBe(true)
  await withManager.submit('sleep_a_while', { inputs: { duration: 600 } }, { mode: 'async' })
  await server.stop()
  expect(await server.ended).toBe('exited with code 0')
  expect(existsSync(folder)).toBe(false)
})

/** What a process takes and gives; how it may be run is the server's choice. */
function shapeOf({ id, title, version, inputs, outputs }: ProcessDescription): object {
  return { id, title, version, inputs, outputs }
}

/** In the order of the alphabet, in which pygeoapi keeps results. */
function idsOf(results: Results): string[] {
  return [...results].map(([id]) => id).sort()
}

/** What an output holds, with a PNG as its pixels, which may be compressed, and numbers to 9 digits. */
async function contentOf(output: Output): Promise<unknown> {
  const bytes = new Uint8Array(await output.arrayBuffer())
  if (output.mediaType === 'image/png') {
    const { width, height, pixel } = decodePng(bytes)
    return Array.from({ length: width * height }, (_, at) => pixel(at % width, Math.floor(at / width)))
  }
  if (output.kind === 'bytes') return [...bytes]
  const round = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value
  return JSON.parse(JSON.stringify(await output.json(), round))
}
