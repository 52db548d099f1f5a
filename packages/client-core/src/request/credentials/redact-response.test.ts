import { describe, expect, test } from 'vitest'
import { Secrets } from '../../redaction/secret-registry.ts'
import { readErrorBody, readJson } from '../../response/body.ts'
import { httpFailure, unwrap } from '../../response/unwrap.ts'
import { makeError } from '../../testing/make-error.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { redactAnswer } from './redact-response.ts'

const url = `${origin}/base/jobs`
const auth = () => ({ Authorization: 'Bearer hunter2-token', 'X-Key': 'hunter2-key' })

describe("an error's answer that quotes the credentials", () => {
  const quoting = () =>
    Response.json(
      { detail: 'the token hunter2-token and the key hunter2-key are wrong', headers: [{ k: 'hunter2-call' }] },
      { status: 403, statusText: 'No hunter2-key', headers: { 'X-Request-ID': 'hunter2-key-1', 'X-Other': 'ä' } }
    )

  test('is handed out without them, and otherwise whole', async () => {
    const { send } = testPipeline([quoting], { auth })
    const response = await send(url, { headers: { Authorization: 'Bearer hunter2-call' } })
    expect(response).toMatchObject({ status: 403, ok: false, url, statusText: 'No ***' })
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'x-request-id': '***-1', 'x-other': 'ä' })
    expect(await response.json()).toEqual({
      detail: 'the token *** and the key *** are wrong',
      headers: [{ k: '***' }]
    })
  })

  test('makes an error without them', async () => {
    const { send } = testPipeline([quoting], { auth })
    const response = await send(url, {})
    const call = unwrap(Promise.resolve({ response, error: await readErrorBody(response) }), (response, body) =>
      makeError(httpFailure(response, body, JSON.stringify(body), 0))
    )
    await expect(call).rejects.toThrow('403 No ***: {"detail":"the token *** and the key *** are wrong"')
  })
})

test('bytes that are no text come as they are', async () => {
  const bytes = new Uint8Array([0, 255, 254, 200, 0])
  const response = await redactAnswer(new Response(bytes, { status: 500 }), new Secrets())
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
})

test('no body stays none', async () => {
  const response = await redactAnswer(new Response(null, { status: 304 }), new Secrets())
  expect([response.status, response.body]).toEqual([304, null])
})

test('a success is the same object: results are not rewritten', async () => {
  const response = new Response('hunter2')
  expect(await redactAnswer(response, new Secrets())).toBe(response)
})

test('broken JSON that quotes them is told without them, its cause too', async () => {
  const known = new Secrets()
  known.add('hunter2')
  const error = await readJson(new Response('hunter2 is no JSON'), known.guard(makeError)).catch((e: unknown) => e)
  expect(String(error)).toContain('*** is no JSON')
  expect(String((error as Error).cause)).toContain('SyntaxError')
  expect(String((error as Error).cause)).not.toContain('hunter2')
})
