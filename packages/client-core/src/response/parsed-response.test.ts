import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { rejection, thrown } from '../testing/rejection.ts'
import { expectRecord, malformed, receive } from './parsed-response.ts'
import { rememberCall } from './request-info.ts'

const describeFailure = (response: Response) => makeError({ code: 'http-status', message: `${response.status}` })

test('receives the parsed body with its response', async () => {
  const response = Response.json({ a: 1 })
  expect(await receive(Promise.resolve({ response }), describeFailure, makeError)).toEqual({
    body: { a: 1 },
    response,
    error: makeError
  })
})

test('rejects as the API describes its failures, and for a body that cannot be read', async () => {
  const failed = Promise.resolve({ response: new Response(null, { status: 404 }), error: 'no' })
  expect((await rejection(receive(failed, describeFailure, makeError))).message).toBe('404')
  const page = Promise.resolve({ response: new Response('<html>') })
  expect((await rejection(receive(page, describeFailure, makeError))).code).toBe('media-type')
})

test('a body that lacks what it must have is malformed, told with call and request id', () => {
  const response = new Response(null, { status: 200, headers: { 'X-Request-ID': 'r-1' } })
  rememberCall(response, { method: 'GET', url: 'https://h/jobs' })
  expect(malformed({ response, error: makeError }, 'a list of jobs', [1, 2])).toMatchObject({
    code: 'malformed-body',
    message: 'GET https://h/jobs was answered with 200, but not with a list of jobs: got an array of 2',
    status: 200,
    requestId: 'r-1',
    method: 'GET',
    url: 'https://h/jobs'
  })
})

test.each([[[]], ['text'], [null], [undefined]])('%j is no object', async (body) => {
  const received = { body, response: new Response(), error: makeError }
  expect(await thrown(() => expectRecord(received, 'an object'))).toMatchObject({ code: 'malformed-body' })
})

test('an object is handed out', () => {
  const body = { a: 1 }
  expect(expectRecord({ body, response: new Response(), error: makeError }, 'an object')).toBe(body)
})
