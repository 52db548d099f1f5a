import { expect, test } from 'vitest'
import { readParts } from '../test-kit.ts'
import { multipartRelated } from './multipart.ts'

const part = (id: string, body: string | Uint8Array<ArrayBuffer>) => ({
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-ID': id },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body
})

test('every byte of a part survives', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const { mediaType, body } = multipartRelated([part('a', all), part('b', '\r\n--x\r\n'), part('c', '')])
  const parts = await readParts(new Response(body, { headers: { 'Content-Type': mediaType } }))
  expect(parts.map(({ headers }) => headers.get('Content-ID'))).toEqual(['a', 'b', 'c'])
  expect(parts[0]?.body).toEqual(all)
  expect(new TextDecoder().decode(parts[1]?.body)).toBe('\r\n--x\r\n')
  expect(parts[2]?.body.length).toBe(0)
})

test('the type of the root part is announced (RFC 2387)', () => {
  expect(multipartRelated([part('a', '')]).mediaType).toBe(
    'multipart/related; boundary=ogc-mock-part; type="text/plain"'
  )
})

test('the boundary is in none of the parts', async () => {
  const tricky = 'before\r\n--ogc-mock-part--\r\nafter ogc-mock-part-x'
  const { mediaType, body } = multipartRelated([part('a', tricky)])
  const parts = await readParts(new Response(body, { headers: { 'Content-Type': mediaType } }))
  expect(parts.map((found) => new TextDecoder().decode(found.body))).toEqual([tricky])
})
