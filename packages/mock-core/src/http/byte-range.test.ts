import { expect, test } from 'vitest'
import { readRange, sendBytes } from './byte-range.ts'

test.each([
  [null, 'whole'],
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-30', { start: 0, end: 9 }],
  ['bytes=8-99', { start: 8, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['lines=0-1', 'whole']
])('%s of 10 bytes is %j', (header, reading) => {
  expect(readRange(header, 10)).toEqual(reading)
})

const bytes = Uint8Array.from([0, 1, 2, 3, 4])
const get = (headers: Record<string, string>): Response =>
  sendBytes(new Request('http://host/', { headers }), bytes, 'image/png', () => new Response('no', { status: 416 }))

test('without Range all bytes are sent', async () => {
  const response = get({})
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'content-length': '5',
    'content-type': 'image/png'
  })
  expect(await response.bytes()).toEqual(bytes)
})

test('a range is sent as 206 with Content-Range', async () => {
  const response = get({ Range: 'bytes=1-2' })
  expect(response.status).toBe(206)
  expect(response.headers.get('Content-Range')).toBe('bytes 1-2/5')
  expect(response.headers.get('Content-Length')).toBe('2')
  expect([...(await response.bytes())]).toEqual([1, 2])
})

test('a range outside is 416 with the size', () => {
  const response = get({ Range: 'bytes=5-' })
  expect(response.status).toBe(416)
  expect(response.headers.get('Content-Range')).toBe('bytes */5')
})

test('If-Range cannot be satisfied without validators', () => {
  expect(get({ Range: 'bytes=1-2', 'If-Range': '"x"' }).status).toBe(200)
})
