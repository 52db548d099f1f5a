import { expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.ts'

test('bytes of any length go there and back', () => {
  for (const length of [0, 1, 2, 3, 8_192, 8_193, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256)
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
    expect(encodeBase64(bytes)).toBe(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')))
  }
})

test.each(['-_8', '+/8=', ' +/8\r\n= '])('%j is base64 of the same bytes', (text) => {
  expect(decodeBase64(text)).toEqual(Uint8Array.of(0xfb, 0xff))
})

test.each(['%', 'a', '====', 'é'])('%j is no base64', (text) => {
  expect(decodeBase64(text)).toBeUndefined()
})
