import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explorerPages } from './kit.ts'

let server: MockServer
const kit = explorerPages()

beforeAll(async () => {
  const mock = createOgcMock()
  // As weaver does, it calls success by another name.
  const handle = async (request: Request): Promise<Response> => {
    const response = await mock.handle(request)
    if (!/\/jobs(\/[^/]+)?$/.test(new URL(request.url).pathname)) return response
    const text = (await response.text()).replaceAll('"successful"', '"Succeeded"')
    return new Response(text, { status: response.status, headers: response.headers })
  }
  server = await serve({ handle, basePath: mock.basePath })
})
afterAll(() => server.close())

test('a job of the server that has ended under another name is over, in the list and when it is opened', async () => {
  const started = await fetch(`${server.url}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
    body: JSON.stringify({ inputs: { max_val: 10 } })
  })
  const job = started.headers.get('Location') ?? ''
  const status = async (): Promise<unknown> => ((await (await fetch(job)).json()) as { status: unknown }).status
  await expect.poll(status).toBe('Succeeded')
  const page = await kit.open(`?ogc=${server.url}#/runs/${job.split('/').at(-1)}`)
  await page.getByText('Jobs of the server').click()
  await page.locator('.server-jobs .status-successful').waitFor()
  await page.locator('.result-column .status-successful').waitFor()
  expect(await page.getByRole('progressbar').count()).toBe(0)
})
