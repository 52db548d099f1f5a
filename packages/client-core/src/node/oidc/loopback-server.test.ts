import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type RedirectReceiver, receiveRedirect } from './loopback-server.ts'

let receiver: RedirectReceiver | undefined
afterEach(() => receiver?.close())

test('the URL that a browser comes back with is received, and the browser told so', async () => {
  receiver = await receiveRedirect('s1')
  expect(receiver.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
  const response = await fetch(`${receiver.redirectUri}?state=s1&code=c`)
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('The login was received')])
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect((await receiver.received).search).toBe('?state=s1&code=c')
})

test('an error is received too; nothing of it is shown to the browser', async () => {
  receiver = await receiveRedirect('s1')
  const text = await (await fetch(`${receiver.redirectUri}?state=s1&error=<script>`)).text()
  expect(text).toContain('The login failed')
  expect(text).not.toContain('script')
  expect((await receiver.received).searchParams.get('error')).toBe('<script>')
})

test('others that know the port are sent away, and the login goes on', async () => {
  receiver = await receiveRedirect('s1')
  const { redirectUri } = receiver
  const elsewhere = new URL('/favicon.ico?state=s1', redirectUri)
  for (const url of [`${redirectUri}?state=s2&code=c`, `${redirectUri}?code=c`, elsewhere])
    expect((await fetch(url)).status).toBe(404)
  expect((await fetch(`${redirectUri}?state=s1`, { method: 'POST' })).status).toBe(404)
  expect(await asHost('evil.example', `${redirectUri}?state=s1&code=evil`)).toBe(404)
  await fetch(`${redirectUri}?state=s1&code=ours`)
  expect((await receiver.received).searchParams.get('code')).toBe('ours')
})

test('after its end nothing listens', async () => {
  receiver = await receiveRedirect('s1')
  receiver.close()
  await expect(fetch(receiver.redirectUri)).rejects.toThrow('fetch failed')
})

describe('a connection of somebody else', () => {
  test.each([
    ['is silent', ''],
    ['sends half of a request', 'GET /callback HTTP/1.1\r\nHost: '],
    ['waits after its refusal', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
    ['never sends the body that it announced', 'POST /callback HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n']
  ])('that %s ends with the login', async (_, text) => {
    receiver = await receiveRedirect('s1')
    const socket = connect(Number(new URL(receiver.redirectUri).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(text)
    const ended = once(socket.resume(), 'close')
    await fetch(`${receiver.redirectUri}?state=s1&code=c`)
    await receiver.received
    receiver.close()
    await ended
  })
})

test('the browser has its answer, also where the receiver is closed as soon as it knows the login', async () => {
  receiver = await receiveRedirect('s1')
  const { received, close, redirectUri } = receiver
  received.then(close)
  expect(await (await fetch(`${redirectUri}?state=s1&code=c`)).text()).toContain('The login was received')
})

/** The status of a request that a name of somebody else led here. */
function asHost(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
