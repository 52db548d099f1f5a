import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { replyOf } from '../testing/network/reply.ts'
import { thrown } from '../testing/rejection.ts'
import { bodyTooLarge, expectRecord, malformed } from './parsed-response.ts'

test('a body that lacks what it must have is malformed, told with call and request id', async () => {
  const response = await replyOf(new Response(null, { status: 200, headers: { 'X-Request-ID': 'r-1' } }))
  expect(malformed({ response, error: makeError }, 'a list of jobs', [1, 2])).toMatchObject({
    code: 'malformed-body',
    message: 'GET https://h/jobs returned 200, but the body is not a list of jobs: got [1, 2]',
    status: 200,
    requestId: 'r-1',
    method: 'GET',
    url: 'https://h/jobs'
  })
})

test.each([[[]], ['text'], [null], [undefined]])('%j is no object', async (body) => {
  const received = { body, response: await replyOf(new Response()), error: makeError }
  expect(await thrown(() => expectRecord(received, 'an object'))).toMatchObject({ code: 'malformed-body' })
})

test('an object is handed out', async () => {
  const body = { a: 1 }
  expect(expectRecord({ body, response: await replyOf(new Response()), error: makeError }, 'an object')).toBe(body)
})

test('a body that is longer than it may be is told with its bound, and without the secrets of its URL', async () => {
  const response = await replyOf(new Response('12345'), 'https://h/jobs?token=hunter2')
  expect(bodyTooLarge({ response, error: makeError }, 'the list', 4)).toMatchObject({
    code: 'body-too-large',
    message: 'GET https://h/jobs?token=***: the list is longer than 4 bytes',
    method: 'GET',
    url: 'https://h/jobs?token=***'
  })
})
