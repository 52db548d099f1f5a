import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { wholeNumber } from './exact-json.ts'

/** The kind of the first object of a file. */
export type Kind = 'collection' | 'other' | undefined

/**
 * Parses JSON in chunks and returns the members of `features` as they arrive, with only one of them in memory. The kind of the
 * first object is known when `features` begins, or when the object ends without it.
 */
export class CollectionParser {
  readonly #tokenizer = new ExactTokenizer({ separator: '' })
  readonly #parser = new TokenParser({ paths: ['$.features.*', '$.crs', '$.type'], keepStack: false, separator: '' })
  #depth = 0
  #text: unknown
  #key: unknown
  #offset = 0
  #isCollection = false
  /** Members of `features` that were not read yet. */
  values: unknown[] = []
  /** The `type` and `crs` of the collection. */
  facts: { type?: unknown; crs?: unknown } = {}
  /** The kind of the first object. */
  kind: Kind
  /** End of the first object in bytes, if it is not a collection. */
  end: number | undefined

  constructor() {
    this.#tokenizer.onToken = (token) => {
      if (this.end !== undefined) return
      this.#offset = token.offset
      this.#follow(token.token, token.value)
      if (this.end === undefined) this.#parser.write(token)
    }
    this.#parser.onValue = ({ value, key, stack }) => {
      if (stack.length > 1) this.values.push(value)
      else this.facts = { ...this.facts, [String(key)]: value }
    }
    const fail = (error: Error): never => {
      throw error
    }
    this.#tokenizer.onError = fail
    this.#parser.onError = fail
  }

  /** Throws if it is not JSON. */
  write(bytes: Uint8Array): void {
    this.#tokenizer.write(bytes)
  }

  /** The reason of an error, without the position, which is relative to a chunk. */
  static reasonOf(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error)
    const [reason] = message.split(' at chunk position', 1)
    return new SyntaxError(reason, { cause: error })
  }

  /** Position of an error in bytes from the start of the file. */
  placeOf(error: unknown): number {
    const absolute = /absolute position "(\d+)"/.exec(String(error))?.[1]
    return absolute === undefined ? this.#offset : Number(absolute)
  }

  /** Whether the input so far ends inside a value. */
  get isOpen(): boolean {
    return this.#depth > 0
  }

  /** Tracks the depth and the keys of the outermost object. */
  #follow(token: TokenType, value: unknown): void {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      if (this.#depth === 1 && this.#key === 'features' && token === TokenType.LEFT_BRACKET) {
        this.#isCollection = true
        this.kind = 'collection'
      }
      this.#depth++
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      this.#depth--
      if (this.#depth === 0) this.#close()
    } else if (this.#depth !== 1) return
    else if (token === TokenType.COLON) this.#key = this.#text
    else if (token === TokenType.COMMA) this.#key = undefined
    this.#text = value
  }

  #close(): void {
    if (!this.#isCollection) {
      if (this.kind === 'collection') throw new SyntaxError('the rest is not a FeatureCollection')
      this.kind = 'other'
      this.end = this.#offset
    }
    this.#isCollection = false
    this.#key = undefined
  }
}

/** Returns integers beyond 2^53 as `bigint`. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    return wholeNumber(text) as number // passed on unchanged
  }
}
