import { expect, test } from 'vitest'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const to = (location: string) => () => new Response(null, { status: 302, headers: { Location: location } })
const hidden = ['https://127.0.0.1/x', 'https://169.254.169.254/latest', 'https://10.0.0.7/x', 'https://db/x']

test.each(hidden)('a redirect to %s is not followed where private addresses are not allowed', async (target) => {
  const { send, sent } = testPipeline([to(target), ok], { allowPrivateAddresses: false })
  expect(await rejection(send(url, {}))).toMatchObject({
    code: 'blocked-origin',
    message: expect.stringContaining('allowPrivateAddresses is false')
  })
  expect(sent).toHaveLength(1)
})

test.each(hidden)('nor is a link to %s', async (target) => {
  const { send, sent } = testPipeline([ok], { allowPrivateAddresses: false })
  expect(await rejection(send(target, { call: { linked: true } }))).toMatchObject({ code: 'blocked-origin' })
  expect(sent).toHaveLength(0)
})

test('nor is one behind a public address', async () => {
  const { send, sent } = testPipeline([to('https://10.0.0.7/x'), ok], { allowPrivateAddresses: false })
  expect(await rejection(send('https://store.example/x', { call: { linked: true } }))).toMatchObject({
    code: 'blocked-origin'
  })
  expect(sent).toHaveLength(1)
})

test('what the caller names himself is asked: the service, trusted origins, an address of his own', async () => {
  const own = testPipeline([to('/base/other'), ok], {
    allowPrivateAddresses: false,
    baseUrl: 'http://127.0.0.1:5000/base'
  })
  expect((await own.send('http://127.0.0.1:5000/base/jobs', {})).status).toBe(200)
  const trusted = testPipeline([ok], { allowPrivateAddresses: false, trustedOrigins: ['https://10.0.0.7'] })
  expect((await trusted.send('https://10.0.0.7/x', { call: { linked: true } })).status).toBe(200)
  const named = testPipeline([ok], { allowPrivateAddresses: false })
  expect((await named.send('https://10.0.0.7/x', {})).status).toBe(200)
})

test('by default they are followed, without anything that identifies', async () => {
  const { send, sent } = testPipeline([to('https://127.0.0.1/x'), ok], { headers: { 'X-Key': 'hunter2' } })
  expect((await send(url, {})).status).toBe(200)
  expect(sent[1]?.headers.has('X-Key')).toBe(false)
})

test('a link to another origin is fetched without cookies', async () => {
  const { send, sent } = testPipeline([ok, ok], { credentials: 'include' })
  await send('https://store.example/x', { call: { linked: true } })
  expect(sent[0]?.init.credentials).toBe('omit')
  await send(url, { call: { linked: true } })
  expect(sent[1]?.init.credentials).toBe('include')
})
