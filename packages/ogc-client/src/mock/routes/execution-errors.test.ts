import { expect, test } from 'vitest'
import { createTestKit } from '../test-kit.ts'

test('an unknown process', async () => {
  const { execute } = createTestKit()
  const response = await execute('nope', {})
  expect(response.status).toBe(404)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await response.json()).toEqual({
    type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process',
    title: 'Not Found',
    status: 404,
    detail: "There is no process 'nope'.",
    instance: '/processes/nope/execution'
  })
})

test.each([
  [{ inputs: { min_val: 'abc' } }, 'Input \'min_val\' must be a whole number, not "abc".'],
  [{ inputs: { max_val: 101 } }, "Input 'max_val' must be at most 100, not 101."],
  [{ inputs: { other: 1 } }, "'other' is not an input of this process, which has min_val, max_val."],
  [{ inputs: [1] }, 'The inputs, a list of 1, must be an object of values by input id.'],
  [{ outputs: { other: {} } }, "Output 'other' is unknown. Expected: return_value."],
  [{ outputs: [] }, "'outputs' is not valid. Expected: an object of wishes by output id."],
  [{ outputs: { return_value: 1 } }, "Output 'return_value' is not valid. Expected: an object."],
  [
    { outputs: { return_value: { transmissionMode: 'post' } } },
    'Output \'return_value\': transmissionMode is "post". Expected: value or reference.'
  ],
  [
    { outputs: { return_value: { format: { mediaType: 'text/csv' } } } },
    'Output \'return_value\': the media type is "text/csv". Expected: application/json.'
  ],
  [
    { outputs: { return_value: { format: 'json' } } },
    "Output 'return_value': format is not valid. Expected: an object."
  ],
  [{ response: 'zip' }, '\'response\' is "zip". Expected: raw or document.'],
  [{ subscriber: 'x' }, "'subscriber' is not valid. Expected: an object of URIs."],
  [{ subscriber: {} }, "'subscriber' has no successUri. Expected: an http URL."],
  [
    { subscriber: { successUri: 'mailto:a@b.c' } },
    '\'subscriber\': successUri is "mailto:a@b.c". Expected: an http URL.'
  ],
  [{ subscriber: { successUri: 'http://h/', failedUri: 1 } }, "'subscriber': failedUri is 1. Expected: an http URL."],
  [[1], 'The body is not valid. Expected: an object.']
])('%j is refused', async (body, detail) => {
  const { ask, jobs } = createTestKit()
  const response = await ask('/processes/primes_between/execution', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body)
  })
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400, detail })
  expect((await jobs()).jobs).toEqual([])
})

test('a transmission mode that the process does not offer is refused', async () => {
  const { execute } = createTestKit()
  const outputs = { area: { transmissionMode: 'reference' as const } }
  const response = await execute('bbox_area', { inputs: { bbox: { bbox: [0, 0, 1, 1] } }, outputs })
  expect(response.status).toBe(400)
  expect((await response.json()).detail).toBe('Output \'area\': transmissionMode is "reference". Expected: value.')
})

test('a format that names the own media type is taken', async () => {
  const { execute } = createTestKit()
  const outputs = { return_value: { format: { mediaType: 'application/json' } } }
  expect((await execute('primes_between', { outputs })).status).toBe(200)
})

test.each([['text/plain'], [undefined]])('a body of media type %s is 415', async (mediaType) => {
  const { ask } = createTestKit()
  const response = await ask('/processes/primes_between/execution', {
    method: 'POST',
    body: new TextEncoder().encode('{}'),
    headers: mediaType === undefined ? {} : { 'Content-Type': mediaType }
  })
  expect(response.status).toBe(415)
  expect(await response.json()).toMatchObject({ title: 'Unsupported Media Type' })
})

test.each(['', '{not json'])('the body %j is no JSON', async (body) => {
  const { ask } = createTestKit()
  const headers = { 'Content-Type': 'application/json; charset=utf-8' }
  const response = await ask('/processes/primes_between/execution', { method: 'POST', body, headers })
  expect(response.status).toBe(400)
  expect((await response.json()).detail).toBe('The body is not JSON.')
})
