import { describe, expect, test } from 'vitest'
import { openBody } from '../../testing/network/bodies.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { rejection } from '../../testing/rejection.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const to =
  (location: string, status = 302) =>
  () =>
    new Response(null, { status, headers: { Location: location } })
const every = [301, 302, 303, 307, 308]

test.each(every)('%i: a GET follows, with all its headers where it stays on the origin', async (status) => {
  const { send, sent } = testPipeline([to('../moved?x=1', status), ok], { headers: { 'X-Key': 'k' } })
  const response = await send(url, { headers: { Accept: 'text/html', Cookie: 'a=b' } })
  expect(response).toMatchObject({ status: 200, url: `${origin}/moved?x=1`, redirected: true })
  expect(sent.map(({ url, method }) => `${method} ${url}`)).toEqual([`GET ${url}`, `GET ${origin}/moved?x=1`])
  expect(Object.fromEntries(sent[1]?.headers ?? [])).toEqual({ 'x-key': 'k', accept: 'text/html', cookie: 'a=b' })
  expect(sent.map(({ init }) => init.redirect)).toEqual(['manual', 'manual'])
})

test('an answer without a redirect is not called redirected', async () => {
  expect((await testPipeline([ok]).send(url, {})).redirected).toBe(false)
})

describe('the method', () => {
  const describing = {
    'Content-Encoding': 'gzip',
    'Content-Language': 'en',
    'Content-Length': '2',
    'Content-Location': '/a',
    'Content-Type': 'application/json'
  }
  const body = { body: '{}', headers: { ...describing, 'X-A': '1' } }

  test.each([
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [303, 'DELETE', 'GET'],
    [303, 'post', 'GET'],
    [303, 'HEAD', 'HEAD']
  ])('after %i of a %s is %s without a body and what describes it', async (status, method, expected) => {
    const { send, sent } = testPipeline([to('/next', status), ok])
    await send(url, { ...body, method })
    expect([sent[1]?.method, sent[1]?.body ?? null]).toEqual([expected, method === 'HEAD' ? '{}' : null])
    const kept = method === 'HEAD' ? Object.keys(describing).map((name) => name.toLowerCase()) : []
    expect([...(sent[1]?.headers.keys() ?? [])]).toEqual([...kept, 'x-a'])
  })

  test.each([
    [301, 'POST'],
    [302, 'POST'],
    [302, 'post']
  ])('after %i a %s is refused: as a GET it would be a success without effect', async (status, method) => {
    const { send, sent } = testPipeline([to('/next/', status), ok])
    const error = await rejection(send(url, { ...body, method }))
    expect(error.code).toBe('blocked-origin')
    expect(error.message).toContain('/next/ that would lose the POST: correct the URL')
    expect(sent).toHaveLength(1)
  })

  test.each([
    [307, 'POST'],
    [308, 'POST'],
    [301, 'PUT'],
    [302, 'DELETE'],
    [307, 'DELETE']
  ])('after %i of a %s on the same origin stays, with the body', async (status, method) => {
    const { send, sent } = testPipeline([to('/next', status), ok])
    await send(url, { ...body, method })
    expect([sent[1]?.method, sent[1]?.body]).toEqual([method, '{}'])
    expect(sent[1]?.headers.get('Content-Type')).toBe('application/json')
  })
})

test('a server behind a proxy that names itself with http is asked again over https, with what it was asked with', async () => {
  const { send, sent } = testPipeline([to('http://api.example/jobs/', 307), ok], { headers: { 'X-Key': 'k' } })
  await send(url, { body: '{}', method: 'POST' })
  expect([sent[1]?.url, sent[1]?.method, sent[1]?.body]).toEqual(['https://api.example/jobs/', 'POST', '{}'])
  expect(sent[1]?.headers.get('X-Key')).toBe('k')
})

const noAddress = 'a redirect to something that is not an http(s) URL, or that contains a user or password'

describe('refused, whatever the method', () => {
  test.each([
    ['http://api.example:8080/jobs', 'a redirect from https to plain http, http://api.example:8080/jobs'],
    ['http://other.example/', 'a redirect from https to plain http, http://other.example/'],
    ['javascript:alert(1)', noAddress],
    ['data:text/html,x', noAddress],
    ['file:///etc/passwd', noAddress],
    ['blob:https://api.example/1', noAddress],
    ['java\tscript:alert(1)', noAddress],
    ['https://ann:hunter2@api.example/jobs', noAddress],
    ['https://ann@other.example/', noAddress],
    ['https://:hunter2@api.example/jobs', noAddress],
    ['http://[', noAddress]
  ])('%s', async (location, what) => {
    const { send, sent } = testPipeline([to(location), ok])
    expect(await rejection(send(url, {}))).toMatchObject({
      code: 'blocked-origin',
      message: `GET ${url} returned ${what}`,
      method: 'GET',
      url
    })
    expect(sent).toHaveLength(1)
  })

  test('what the platform hides', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
    const { send } = testPipeline([hidden])
    expect((await rejection(send(url, {}))).message).toContain('a redirect whose target this platform hides')
  })

  test('an eleventh redirect, after ten were followed', async () => {
    const hops = (count: number) => Array.from({ length: count }, (_, i) => to(`/hop/${i}`))
    const allowed = testPipeline([...hops(10), ok])
    expect((await allowed.send(url, {})).url).toBe(`${origin}/hop/9`)
    const { send, sent } = testPipeline([...hops(11), ok])
    expect(await rejection(send(url, {}))).toMatchObject({
      code: 'blocked-origin',
      message: `GET ${origin}/hop/9 returned more than 10 redirects`
    })
    expect(sent).toHaveLength(11)
  })
})

describe('no redirect', () => {
  test.each(every)('%i without a target is an answer', async (status) => {
    const { send, sent } = testPipeline([() => new Response('where?', { status })])
    const response = await send(url, {})
    expect([response.status, await response.text(), sent.length]).toEqual([status, 'where?', 1])
  })

  test.each([200, 201, 300, 304, 400])('%i with a Location is an answer', async (status) => {
    const { send, sent } = testPipeline([() => new Response(null, { status, headers: { Location: '/x' } })])
    expect([(await send(url, {})).status, sent.length]).toEqual([status, 1])
  })

  test('where the caller wants to see it', async () => {
    const { send, sent } = testPipeline([to('https://other.example/')])
    const response = await send(url, { redirect: 'manual' })
    expect([response.status, response.headers.get('Location')]).toEqual([302, 'https://other.example/'])
    expect(sent[0]?.init.redirect).toBe('manual')
  })

  test('where the caller wants none at all', async () => {
    const { send, sent } = testPipeline([ok])
    await send(url, { redirect: 'error' })
    expect(sent[0]?.init.redirect).toBe('error')
  })
})

test('the body of a redirect is let go, also one that is broken', async () => {
  const body = openBody()
  const broken = openBody()
  broken.breakOff(new Error('cut'))
  const redirect = (stream: ReadableStream) => () => new Response(stream, { status: 302, headers: { Location: '/x' } })
  const { send } = testPipeline([redirect(body.stream), redirect(broken.stream), ok])
  expect((await send(url, {})).ok).toBe(true)
  expect(body.cancelled()).toBe(true)
})
