import { createServer } from 'node:http'
import { createVirtualClock } from '@geoclients/mock-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DialectName } from '../dialects/by-name.ts'
import { serve } from '../node/index.ts'
import { createOgcMock, type OgcMockOptions } from '../ogc-mock.ts'

/** Executes on a mock on a port, and tells its answer and what the mock asked. */
async function execute(
  subscriber: object,
  options: OgcMockOptions = {},
  headers: Readonly<Record<string, string>> = {}
): Promise<{ status: number; text: string; asked: string[] }> {
  const clock = createVirtualClock()
  const ours = globalThis.fetch
  const asked: string[] = []
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    asked.push(`${init?.redirect} ${input}`)
    return new Response()
  })
  const server = await serve(createOgcMock({ clock, ...options }))
  onTestFinished(async () => {
    spy.mockRestore()
    await server.close()
  })
  const response = await ours(`${server.url}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ inputs: {}, subscriber })
  })
  const text = await response.text()
  await clock.advance(1_000)
  return { status: response.status, text, asked }
}

const dialects: [DialectName, number][] = [
  ['strict', 400],
  ['wraptile', 422],
  ['pygeoapi', 400]
]

test.each(dialects)('%s: a subscriber elsewhere is refused with %i, and nothing is sent', async (dialect, status) => {
  const answer = await execute({ successUri: 'http://169.254.169.254/latest' }, { dialect })
  expect(answer).toMatchObject({ status, asked: [] })
  expect(answer.text).toContain("successUri is 'http://169.254.169.254/latest'. Expected: an address of this machine")
})

test.each(['http://x.localhost/a', 'http://127.0.0.1.example', 'http://localhost@example.com'])(
  '%s only looks like this machine',
  async (uri) => {
    expect(await execute({ successUri: 'http://127.0.0.1:9', failedUri: uri })).toMatchObject({
      status: 400,
      asked: []
    })
  }
)

test.each(dialects)('%s: one on this machine is called, without following redirects', async (dialect) => {
  const { asked } = await execute({ successUri: 'http://127.0.0.1:9/ok' }, { dialect })
  expect(asked).toEqual(['manual http://127.0.0.1:9/ok'])
})

const elsewhere = ['https://evil.example', 'null']

test.each(elsewhere)('a page of %s names none', async (Origin) => {
  const answer = await execute({ successUri: 'http://127.0.0.1:9/ok' }, {}, { Origin })
  expect([answer.status, answer.asked]).toEqual([400, []])
  expect(answer.text).toContain(`A page of ${Origin} may not name a subscriber.`)
})

test('a page of this machine names one on this machine', async () => {
  const { asked } = await execute({ successUri: 'http://localhost:9/ok' }, {}, { Origin: 'http://localhost:5173' })
  expect(asked).toEqual(['manual http://localhost:9/ok'])
})

test('anywhere is anywhere', async () => {
  const { asked } = await execute({ successUri: 'https://me.example/ok' }, { reach: 'anywhere' })
  expect(asked).toEqual(['manual https://me.example/ok'])
})

test('a subscriber on this machine that redirects does not make the mock go there', async () => {
  const paths: string[] = []
  const target = createServer(({ url = '' }, response) => {
    paths.push(url)
    response.writeHead(url === '/ok' ? 307 : 200, { Location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void target.close())
  const address = target.address()
  const port = typeof address === 'object' ? address?.port : 0
  const mock = createOgcMock()
  await mock.fetch(`${mock.baseUrl}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs: {}, subscriber: { successUri: `http://127.0.0.1:${port}/ok` } })
  })
  await expect.poll(() => paths).toEqual(['/ok'])
  // One more call, which ends after whatever the first would have led to.
  await (await fetch(`http://127.0.0.1:${port}/last`)).text()
  expect(paths).toEqual(['/ok', '/last'])
})

test('another word is refused', () => {
  expect(() => createOgcMock({ reach: 'all' as 'anywhere' })).toThrow(
    "reach is \"all\", expected 'loopback' or 'anywhere'"
  )
})
