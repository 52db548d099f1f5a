import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { wholeNumber } from './exact-json.ts'

/** What the texts of a file are told apart by. */
export type Kind = 'collection' | 'other' | undefined

/**
 * Reads JSON in pieces and gives the members of `features` as they come, without holding more than one of them. What the
 * first object is shows once it has `features`, or ends without.
 */
export class CollectionParser {
  readonly #tokenizer = new ExactTokenizer({ separator: '' })
  readonly #parser = new TokenParser({ paths: ['$.features.*', '$.crs', '$.type'], keepStack: false, separator: '' })
  #depth = 0
  #text: unknown
  #key: unknown
  #offset = 0
  #isCollection = false
  /** Members of `features` that have not been taken yet. */
  values: unknown[] = []
  /** What the collection says of itself: its `type` and its `crs`. */
  facts: { type?: unknown; crs?: unknown } = {}
  /** What the first object is. */
  kind: Kind
  /** Where the first object ends that is no collection, in bytes from the start. */
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

  /** Throws where this is no JSON. */
  write(bytes: Uint8Array): void {
    this.#tokenizer.write(bytes)
  }

  /** The words of an error, without the place, which is that in a piece. */
  static reasonOf(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error)
    return new SyntaxError(message.replace(/ at chunk position.*$/, ''), { cause: error })
  }

  /** Where an error came up, in bytes from the start of all that was written. */
  placeOf(error: unknown): number {
    const absolute = /absolute position "(\d+)"/.exec(String(error))?.[1]
    return absolute === undefined ? this.#offset : Number(absolute)
  }

  /** Whether what was written ends within a value. */
  get isOpen(): boolean {
    return this.#depth > 0
  }

  /** Depth and keys of the outermost object. */
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
      if (this.kind === 'collection') throw new SyntaxError('what follows is no FeatureCollection')
      this.kind = 'other'
      this.end = this.#offset
    }
    this.#isCollection = false
    this.#key = undefined
  }
}

/** Gives whole numbers beyond 2^53 as `bigint`. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    return wholeNumber(text) as number // handed on as it is
  }
}
