import { expect, test } from 'vitest'
import { addPiece } from './add-piece.ts'
import type { Piece } from './record-splitter.ts'

function added(count: number, piece: (i: number) => Piece): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) addPiece(pieces, piece(i))
  return pieces
}

test('a million pieces of one byte, or one character, are few; nothing of them is lost, nor moved', () => {
  const bytes = added(1_000_000, (i) => Uint8Array.of(i % 251))
  expect(bytes.length).toBeLessThan(300)
  expect(bytes.flatMap((piece) => [...(piece as Uint8Array)]).every((byte, i) => byte === i % 251)).toBe(true)
  const texts = added(100_000, (i) => String.fromCharCode(97 + (i % 26)))
  expect(texts.length).toBeLessThan(50)
  expect(texts.join('').startsWith('abcdefghijklmnopqrstuvwxyzabc')).toBe(true)
  expect(texts.join('')).toHaveLength(100_000)
})

test('long pieces stay as they are, and so do text and bytes beside one another', () => {
  const long = new Uint8Array(4_096)
  expect(added(3, () => long).every((piece) => piece === long)).toBe(true)
  expect(added(4, (i) => (i % 2 === 0 ? 'a' : Uint8Array.of(98)))).toEqual([
    'a',
    Uint8Array.of(98),
    'a',
    Uint8Array.of(98)
  ])
})
