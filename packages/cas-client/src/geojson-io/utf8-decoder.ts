import type { Piece } from './record-splitter.ts'

/** Decodes chunks that may be split inside a character. */
export class Decoder {
  #utf8 = create()

  /** Throws if bytes are not UTF-8. Later texts are not affected. */
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
