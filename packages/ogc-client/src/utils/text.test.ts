import { mostRepaired } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { decodeJson, decodeText, tryJson, withoutCharset } from './text.ts'

test.each<[text: string, bytes: number[], contentType: string | undefined]>([
  ['é', [0xc3, 0xa9], undefined],
  ['é', [0xc3, 0xa9], 'text/csv'],
  ['é', [0xe9], 'text/csv; charset=iso-8859-1'],
  ['é', [0xe9], 'text/csv;header=present;Charset="latin1"'],
  ['é', [0xc3, 0xa9], 'text/csv; charset=klingon'],
  ['a', [0xef, 0xbb, 0xbf, 0x61], 'text/plain']
])('%s from %j as %s', (text, bytes, contentType) => {
  expect(decodeText(Uint8Array.from(bytes), contentType)).toBe(text)
})

test.each<[text: string, bytes: number[], contentType: string]>([
  ['[]', [0x5b, 0x5d], 'application/json; charset=utf-16'],
  ['é', [0xc3, 0xa9], 'application/json; charset=latin1'],
  ['é', [0xe9], 'application/json; charset=latin1'],
  ['[]', [0x5b, 0, 0x5d, 0], 'application/json; charset=utf-16le'],
  ['\ufffd', [0xe9], 'application/json']
])('JSON is UTF-8 where it can be: %s from %j as %s', (text, bytes, contentType) => {
  expect(decodeJson(Uint8Array.from(bytes), contentType)).toBe(text)
})

test.each([
  ['text/csv; charset=latin1', 'text/csv'],
  ['text/csv;Charset="latin1"; header=present', 'text/csv; header=present'],
  ['text/csv', 'text/csv'],
  [undefined, undefined]
])('the charset is taken out of %s', (type, without) => {
  expect(withoutCharset(type)).toBe(without)
})

test('JSON is tried', () => {
  expect([tryJson('null'), tryJson(' [1]'), tryJson('{'), tryJson('')]).toEqual([null, [1], undefined, undefined])
})

test('long bytes that are not of their charset are UTF-8, very long ones are none, since to repair them takes seconds', () => {
  const long = new Uint8Array(1_000_001).fill(0x61)
  long[0] = 0xff
  expect(decodeText(long, 'text/plain; charset=shift_jis')).toBe(new TextDecoder().decode(long))
  expect(decodeJson(long, 'application/json; charset=shift_jis')).toBe(new TextDecoder().decode(long))
  expect(decodeText(long, 'text/plain; charset=latin1')).toMatch(/^ÿa/)
  const longer = new Uint8Array(mostRepaired + 1).fill(0x61)
  longer[0] = 0xff
  expect(decodeText(longer, 'text/plain; charset=shift_jis')).toBeUndefined()
  expect(decodeJson(longer, 'application/json; charset=shift_jis')).toBeUndefined()
  expect(decodeJson(longer, 'application/json; charset=latin1')).toMatch(/^ÿa/)
  expect(decodeText(long.subarray(0, 10), 'text/plain; charset=shift_jis')).toHaveLength(10)
})
