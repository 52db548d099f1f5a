import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { serve } from '../node/index.ts'
import { createOgcMock, type OgcMock, type OgcMockOptions } from '../ogc-mock.ts'

const json = { 'Content-Type': 'application/json' }

async function primes(mock: OgcMock, min_val: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await mock.fetch(`${mock.baseUrl}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ inputs: { min_val } })
  })
  return [response.status, await response.text()] as const
}

/** A service on this machine; gives its address. */
async function service(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ninety: RequestListener = (_, response) => response.writeHead(200, json).end('90')

test.each(['strict', '2.0', 'pygeoapi'] as const)('%s: an input on this machine is fetched', async (dialect) => {
  const [status, text] = await primes(createOgcMock({ dialect }), { href: `${await service(ninety)}/x` })
  expect([status, text]).toEqual([200, expect.stringContaining('97')])
})

test('the results of the mock itself are inputs, also where it has no network', async () => {
  const referenceFetch = (): never => {
    throw new Error('nothing is to be fetched')
  }
  const mock = createOgcMock({ referenceFetch })
  const response = await mock.fetch(`${mock.baseUrl}/processes/sleep_a_while/execution`, {
    method: 'POST',
    headers: { ...json, Prefer: 'respond-async' },
    body: JSON.stringify({ inputs: { duration: 0 } })
  })
  const { jobID } = await response.json()
  const [status] = await primes(mock, { href: `${mock.baseUrl}/results-store/${jobID}/return_value` })
  expect(status).toBe(200)
})

test('each of several values is fetched', async () => {
  const href = await service(ninety)
  const mock = createOgcMock()
  const [status, text] = await primes(mock, [{ href }])
  expect([status, text]).toEqual([400, expect.not.stringContaining('link')])
})

test.each(['http://169.254.169.254/latest', 'https://example.com/a', 'http://x.localhost/a'])(
  '%s is refused, and not fetched',
  async (href) => {
    const answer = await primes(createOgcMock(), { href })
    expect(answer).toEqual([400, expect.stringContaining(`not from ${new URL(href).origin}`)])
  }
)

test('a redirect is followed on this machine, and not elsewhere', async () => {
  const origin = await service((request, response) => {
    if (request.url === '/90') return ninety(request, response)
    const Location = request.url === '/here' ? '/90' : request.url === '/round' ? '/round' : 'http://10.0.0.1/90'
    response.writeHead(302, { Location }).end()
  })
  const mock = createOgcMock()
  expect(await primes(mock, { href: `${origin}/here` })).toEqual([200, '[97]'])
  expect(await primes(mock, { href: `${origin}/away` })).toEqual([
    400,
    expect.stringContaining('not from http://10.0.0.1')
  ])
  expect(await primes(mock, { href: `${origin}/round` })).toEqual([400, expect.stringContaining('more than 5 times')])
})

const elsewhere = ['https://evil.example', 'null']

test.each(elsewhere)('a page of %s does not read this machine by way of the mock', async (Origin) => {
  const href = await service(ninety)
  const server = await serve(createOgcMock())
  onTestFinished(() => server.close())
  const response = await fetch(`${server.url}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { ...json, Origin },
    body: JSON.stringify({ inputs: { min_val: { href } } })
  })
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining(`a page of ${Origin} may not`)
  ])
})

test('a body without end is read up to its bound', async () => {
  const chunk = Buffer.alloc(1024 * 1024, '9')
  const href = await service((_, response) => {
    response.writeHead(200, json)
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  expect(await primes(createOgcMock(), { href })).toEqual([400, expect.stringContaining('more than 16777216 bytes')])
})

test.each<[string, RequestListener, string]>([
  ['404', (_, response) => response.writeHead(404).end(), 'which returned 404.'],
  ['a broken connection', (request) => request.socket.destroy(), 'which could not be fetched'],
  [
    'a redirect to what is no http',
    (_, response) => response.writeHead(302, { Location: 'file:///a' }).end(),
    'a URL that is not http'
  ]
])('%s is an error that names the input and the link', async (_, answer, problem) => {
  const href = await service(answer)
  const [status, text] = await primes(createOgcMock(), { href })
  expect([status, text]).toEqual([400, expect.stringContaining(problem)])
  expect(text).toContain(`Input 'min_val': The link leads to '${href}'`)
})

test('with reach anywhere, and with a fetch of one’s own, anything is fetched', async () => {
  const asked: string[] = []
  const referenceFetch: OgcMockOptions['referenceFetch'] = async (input) => {
    asked.push(String(input))
    return new Response('90', { headers: json })
  }
  expect(await primes(createOgcMock({ referenceFetch }), { href: 'https://data.example/a' })).toEqual([200, '[97]'])
  expect(asked).toEqual(['https://data.example/a'])
})
