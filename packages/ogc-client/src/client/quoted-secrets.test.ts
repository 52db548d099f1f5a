import { inspect } from 'node:util'
import { apiKey } from '@geoclients/client-core'
import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, baseUrl, clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const secret = 's3cret-token'
/** What servers, frameworks and gateways answer, each quoting what it was sent. */
const answers: Readonly<Record<string, Answer>> = {
  'a problem': json({ type: 'about:blank', title: `no ${secret}`, detail: `token ${secret}` }, { status: 403 }),
  'a traceback': json(
    { title: 'x', 'x-traceback': ['File', `headers={'Authorization': '${secret}'}`] },
    { status: 500 }
  ),
  'a page': text(`<html><title>Bearer ${secret} is unknown</title></html>`, 'text/html', { status: 502 }),
  'a page with status 200': text(`<html><title>log in, ${secret}</title></html>`, 'text/html'),
  'broken JSON': text(`${secret} {`, 'application/json'),
  'the wrong kind of JSON': json(secret)
}

test.each(Object.entries(answers))('%s that quotes the token makes an error that does not', async (_, answer) => {
  const ogc = clientOf(fakeServer({ 'GET /conformance': answer }), { accessToken: secret })
  const error = await rejection(ogc.getConformance())
  const shown = [error, error.apiError, error.cause, error.stack, JSON.stringify(error), String(error)]
  expect(inspect(shown, { depth: null, showHidden: true, getters: true })).not.toContain(secret)
  expect(inspect(shown, { depth: null })).toContain('***')
})

test('a key of the query that stands in the URL of a login page is not in the error of that page', async () => {
  const secret = 'hunter2-key'
  const login = `/login?returnUrl=${encodeURIComponent(`${baseUrl}/conformance?k=${secret}`)}`
  const server = fakeServer({
    [`GET /conformance?k=${secret}`]: empty(302, { Location: login }),
    [`GET https://ogc.example${login}&k=${secret}`]: ({ line }) =>
      Object.defineProperty(new Response('no', { status: 403 }), 'url', { value: line.slice(4) })
  })
  const error = await rejection(clientOf(server, { auth: apiKey({ key: secret, query: 'k' }) }).getConformance())
  expect(error).toMatchObject({ code: 'http-status', status: 403, url: expect.stringContaining('/login') })
  const shown = [error, error.message, error.url, JSON.stringify(error)]
  expect(inspect(shown, { depth: null, showHidden: true })).not.toContain(secret)
})

test('nor is it in the error of a link that the server copied it into', async () => {
  const href = 'https://ogc.example/store?copy=hunter2-key'
  const server = fakeServer({
    'GET /jobs/j/results?k=hunter2-key': json({ a: { href } }),
    'GET /processes/p?k=hunter2-key': json({ id: 'p', version: '1' }),
    [`GET ${href}&k=hunter2-key`]: empty(404)
  })
  const ogc = clientOf(server, { auth: apiKey({ key: 'hunter2-key', query: 'k' }) })
  const results = await ogc.getJobResults('j', { processId: 'p' })
  const error = await rejection(results.get('a').text())
  expect(error).toMatchObject({ code: 'http-status', url: 'https://ogc.example/store?copy=***' })
  expect(inspect([error, error.message], { depth: null, showHidden: true })).not.toContain('hunter2')
})

test('a warning that quotes what the server said does not show the token', async () => {
  const server = fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: `waits for ${secret}` }) })
  const warnings: string[] = []
  await clientOf(server, { accessToken: secret, onWarning: (message) => warnings.push(message) }).getJob('j')
  expect(warnings).toEqual(['unknown job status "waits for ***" is treated as running'])
})

test('a failed job whose message quotes the token makes an error whose message does not', async () => {
  const server = fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: 'failed', message: `no ${secret}` }) })
  const error = await rejection(clientOf(server, { accessToken: secret }).job('j').wait())
  expect(error.message).toBe('job "j" failed: no ***')
})

test('a message that is cut within the token shows nothing of it', async () => {
  for (let before = 380; before < 400; before++) {
    const message = `${'x'.repeat(before - 1)} ${secret}${'y'.repeat(100)}`
    const server = fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: 'failed', message }) })
    const error = await rejection(clientOf(server, { accessToken: secret }).job('j').wait())
    expect(error.message).not.toContain(secret.slice(0, 4))
  }
})

test('a failed job says megabytes: what is kept of them is as much as somebody reads', async () => {
  const message = `${'\\n'.repeat(2_000_000)}${secret}`
  const server = fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: 'failed', message }) })
  const error = await rejection(clientOf(server, { accessToken: secret }).job('j').wait())
  expect(error.apiError?.detail).toHaveLength(64 * 1024)
  expect(error.message.length).toBeLessThan(500)
})

test('a failed job says megabytes in the names of its members: they are bounded like texts', async () => {
  const exception = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${'%41%42'.repeat(20)}${i}`, secret]))
  const server = fakeServer({
    'GET /jobs/j': json({ jobID: 'j', status: 'failed', exception: { ...exception, title: 'x' } })
  })
  const error = await rejection(clientOf(server, { accessToken: secret }).job('j').wait())
  const shown = JSON.stringify(error.apiError)
  expect(shown.length).toBeLessThan(400_000)
  expect(shown).not.toContain(secret)
})

test('a status of megabytes makes short errors and warnings, and shows no token', async () => {
  const status = `${secret} ${'x'.repeat(3_000_000)}`
  const server = fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status }) })
  const warnings: string[] = []
  const clock = createVirtualClock()
  const options = { accessToken: secret, clock, onWarning: (message: string) => warnings.push(message) }
  const outcome = rejection(clientOf(server, options).job('j').wait({ waitTimeout: 1_000 }))
  await clock.advance(2_000)
  const error = await outcome
  expect(error.code).toBe('wait-timeout')
  expect(error.message.length).toBeLessThan(600)
  expect(error.message).not.toContain(secret)
  expect(warnings.length).toBeGreaterThan(0)
  for (const warning of warnings) {
    expect(warning.length).toBeLessThanOrEqual(1_000)
    expect(warning).not.toContain(secret)
  }
})

test('a page link that quotes the token makes an error that does not', async () => {
  const links = [{ rel: 'next', href: `http://[${secret}` }]
  const server = fakeServer({ 'GET /jobs': json({ jobs: [{ jobID: 'a', status: 'running' }], links }) })
  const error = await rejection(readAll(clientOf(server, { accessToken: secret }).iterJobs()))
  expect(error.code).toBe('malformed-body')
  expect(inspect([error, error.message], { depth: null, showHidden: true })).not.toContain(secret)
})

async function readAll(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}
