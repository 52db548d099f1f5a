import type { Piece } from './record-splitter.ts'

/** A piece costs some hundred bytes beside its own: shorter ones than these are worth copying. */
const short = 4_096

/** Adds a piece to those of one text. Short ones become one with those before, so that they cost little however many come. */
export function addPiece<P extends Piece>(pieces: P[], piece: P): void {
  let last: Piece = piece
  for (let before = pieces.at(-1); before !== undefined; before = pieces.at(-1)) {
    // Each byte is copied a few times: only when as much comes behind it as is there.
    if (before.length > last.length || before.length >= short) break
    const both = joined(before, last)
    if (both === undefined) break
    last = both
    pieces.pop()
  }
  pieces.push(last as P)
}

/** undefined for a text and bytes. */
function joined(before: Piece, last: Piece): Piece | undefined {
  if (typeof before === 'string' || typeof last === 'string')
    return typeof before === typeof last ? `${before}${last}` : undefined
  const both = new Uint8Array(before.length + last.length)
  both.set(before)
  both.set(last, before.length)
  return both
}
