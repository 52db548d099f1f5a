import { addPiece } from './add-piece.ts'

/** A chunk of text or UTF-8 bytes. */
export type Piece = string | Uint8Array

/** Start and length of the text between two separators, as far as it has arrived. */
export interface Extent {
  /** First line, counted from 1. */
  readonly line: number
  /** In characters or bytes. */
  readonly length: number
}

/** The text between two separators, in its chunks. */
export interface RawText extends Extent {
  readonly pieces: readonly Piece[]
}

/** Separators. In UTF-8, no other character contains these bytes. */
export type Separator = '\n' | '\u001e'

/** Splits chunks at separators. Each chunk is searched only once, however long a text is. */
export class Splitter {
  readonly #separator: Separator
  #pieces: Piece[] = []
  #length = 0
  #line = 1

  constructor(separator: Separator) {
    this.#separator = separator
  }

  /** The texts that end in this chunk. */
  *split(piece: Piece): Generator<RawText, void, undefined> {
    let from = 0
    for (let end = find(piece, this.#separator, from); end >= 0; end = find(piece, this.#separator, from)) {
      this.#add(part(piece, from, end))
      from = end + 1
      yield this.rest()
    }
    this.#add(part(piece, from, piece.length))
  }

  /** The text after the last separator. The next text begins after it. */
  rest(): RawText {
    const text = { pieces: this.#pieces, ...this.open }
    this.#line += this.#separator === '\n' ? 1 : text.pieces.reduce((sum, piece) => sum + linesIn(piece), 0)
    this.#pieces = []
    this.#length = 0
    return text
  }

  /** The unfinished text. */
  get open(): Extent {
    return { line: this.#line, length: this.#length }
  }

  #add(piece: Piece): void {
    if (piece.length > 0) addPiece(this.#pieces, piece)
    this.#length += piece.length
  }
}

/** Number of line breaks. */
export function linesIn(piece: Piece): number {
  let lines = 0
  for (let at = find(piece, '\n', 0); at >= 0; at = find(piece, '\n', at + 1)) lines++
  return lines
}

function find(piece: Piece, character: string, from: number): number {
  return typeof piece === 'string' ? piece.indexOf(character, from) : piece.indexOf(character.charCodeAt(0), from)
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : piece.subarray(from, to)
}
