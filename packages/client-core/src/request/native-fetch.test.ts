import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ClientCore, type CoreParts, createCore } from '../client/create-client.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'

interface Dispatcher {
  dispatch(options: { headersTimeout?: number; bodyTimeout?: number }, handler: unknown): boolean
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const describe: CoreParts['describe'] = () => (reply) =>
  makeError({ code: 'http-status', message: String(reply.status) })

let server: Server
let other: Server
let handle: Handler
let seen: string[]
let core: ClientCore<Record<never, never>>

const listen = async (on: Server): Promise<string> => {
  await new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(on.address() as AddressInfo).port}`
}

beforeEach(async () => {
  seen = []
  const note: Handler = (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['x-key'] ?? '-'}`)
    handle(request, response)
  }
  server = createServer(note)
  other = createServer(note)
  const options = { baseUrl: `${await listen(server)}/base`, headers: { 'X-Key': 'k' }, random: () => 0 }
  core = createCore(options, { error: makeError, describe, rules: {}, timeout: 5_000 })
})

afterEach(() => {
  core.close()
  for (const one of [server, other]) one.closeAllConnections()
  return Promise.all([server, other].map((one) => new Promise((resolve) => one.close(resolve))))
})

test('redirects are followed by hand: the key stays with its origin', async () => {
  const elsewhere = await listen(other)
  handle = ({ url }, response) => {
    const location = { '/base/a': '/base/b', '/base/b': `${elsewhere}/c` }[url ?? '']
    response.writeHead(location ? 302 : 200, location ? { Location: location } : {}).end(location ? 'moved' : '{}')
  }
  const response = await core.fetch('a')
  expect(await response.text()).toBe('{}')
  expect(response).toMatchObject({ url: `${elsewhere}/c`, redirected: true })
  expect(seen).toEqual(['GET /base/a k', 'GET /base/b k', 'GET /c -'])
})

test('a server that is not there is a network error that names the reason', async () => {
  const gone = await listen(other)
  await new Promise((resolve) => other.close(resolve))
  other = createServer()
  await listen(other)
  const call = core.fetch(`${gone}/x`, { method: 'POST', body: '{}' })
  expect(await rejection(call)).toMatchObject({
    code: 'network',
    message: `POST ${gone}/x failed: connection refused (ECONNREFUSED)`
  })
})

test('an abort reaches the server', async () => {
  const arrived = new Promise<IncomingMessage>((resolve) => {
    handle = resolve
  })
  const controller = new AbortController()
  const failed = rejection(core.fetch('slow', { signal: controller.signal }))
  const request = await arrived
  const left = new Promise((resolve) => request.once('close', resolve))
  controller.abort('enough')
  expect(await failed).toMatchObject({ code: 'aborted', cause: 'enough' })
  await left
})

test('the body of an error that breaks off still tells the status', async () => {
  handle = (_, response) => {
    response.writeHead(404, { 'Content-Length': '100' }).write('no such', () => response.destroy())
  }
  const response = await core.fetch('x')
  expect([response.status, await response.text()]).toEqual([404, 'no such'])
})

test('the body of a success that breaks off is a network error', async () => {
  handle = (_, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('{"a":', () => response.destroy())
  }
  const error = await rejection((await core.fetch('x')).text())
  expect(error).toMatchObject({ code: 'network', method: 'GET' })
})

test('an odd status is told as it is', async () => {
  handle = (_, response) => response.writeHead(999).end('go away')
  const response = await core.fetch('x')
  expect([response.status, response.ok, await response.text()]).toEqual([999, false, 'go away'])
})

test('a failed try is followed by another', async () => {
  handle = (_, response) => {
    if (seen.length < 2) response.destroy()
    else response.end('{}')
  }
  expect(await (await core.fetch('x')).text()).toBe('{}')
  expect(seen).toHaveLength(2)
})

test("a call that has longer than the 300 s of Node's fetch is sent without that limit, by the program's own dispatcher", async () => {
  handle = (_, response) => response.end('{}')
  await core.fetch('x')
  const limits: unknown[] = []
  const noting = (own: Dispatcher): Dispatcher => ({
    dispatch: (options, handler) => {
      limits.push([options.headersTimeout, options.bodyTimeout])
      return own.dispatch(options, handler)
    }
  })
  // Which of them a version of Node asks differs.
  const symbols = [1, 2].map((of) => Symbol.for(`undici.globalDispatcher.${of}`)).filter((of) => of in globalThis)
  const owns = symbols.map((of) => [of, Reflect.get(globalThis, of)] as const)
  for (const [symbol, own] of owns) Reflect.set(globalThis, symbol, noting(own))
  try {
    for (const timeout of [900_000, 300_000]) await core.request('GET /x', core.settings({ timeout }))
  } finally {
    for (const [symbol, own] of owns) Reflect.set(globalThis, symbol, own)
  }
  expect(limits).toEqual([
    [0, 0],
    [undefined, undefined]
  ])
})

test('Accept-Language: the platform sends no bare *, and what the caller says wins', async () => {
  const languages: unknown[] = []
  handle = ({ headers }, response) => {
    languages.push(headers['accept-language'])
    response.end('{}')
  }
  await core.fetch('x')
  await core.fetch('x', { headers: { 'Accept-Language': 'de' } })
  expect(languages).toEqual(['en, *;q=0.5', 'de'])
})
