import type { Piece } from './record-splitter.ts'

/** Makes text of pieces, which may be cut within a character. */
export class Decoder {
  #utf8 = create()

  /** Throws where bytes are not UTF-8; the next text is none the worse for it. */
  textOf(pieces: readonly Piece[]): string {
    try {
      return pieces.map((piece, i) => this.#decode(piece, pieces[i + 1])).join('')
    } catch (error) {
      this.#utf8 = create()
      throw error
    }
  }

  #decode(piece: Piece, next: Piece | undefined): string {
    return typeof piece === 'string' ? piece : this.#utf8.decode(piece, { stream: next instanceof Uint8Array })
  }
}

function create(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true })
}
