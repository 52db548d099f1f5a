import { patternOf, patternsOf } from './spellings.ts'

/** Length of the compared ending. Tokens often have the same beginning, but not the same end. */
const endLength = 8
/** A host is no longer, and neither is what it could hold. */
const longestHost = 253

/** Finds one secret in texts, however they quote it. */
export class SecretFinder {
  readonly secret: string
  /** Finds how it ends: most texts do not hold it, and need nothing else. */
  readonly #end: RegExp
  /** Those of its parts, the first to search with, the others to go on with. A platform learns each when it is used first. */
  readonly #parts: readonly RegExp[]
  #inHost: RegExp | undefined

  constructor(secret: string) {
    this.secret = secret
    this.#end = new RegExp(patternOf([...secret].slice(-endLength)), 'u')
    this.#parts = patternsOf(secret).map((source, i) => new RegExp(source, i === 0 ? 'gu' : 'uy'))
  }

  /** `text` with `***` in place of the secret. */
  hide(text: string): string {
    if (!this.#end.test(text)) return text
    let clean = ''
    let from = 0
    for (let found = this.#find(text, 0); found; found = this.#find(text, from)) {
      clean += `${text.slice(from, found.start)}***`
      from = found.end
    }
    return clean + text.slice(from)
  }

  isIn(text: string): boolean {
    return this.#end.test(text) && this.#find(text, 0) !== undefined
  }

  /** A host has lost the case of its letters. */
  isInHost(host: string): boolean {
    if (this.secret.length > longestHost) return false
    this.#inHost ??= new RegExp(patternOf([...this.secret]), 'iu')
    return this.#inHost.test(host)
  }

  #find(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
    const [first, ...others] = this.#parts as [RegExp, ...RegExp[]]
    first.lastIndex = from
    for (let found = first.exec(text); found; found = first.exec(text)) {
      let end = first.lastIndex
      const isWhole = others.every((part) => {
        part.lastIndex = end
        const goesOn = part.test(text)
        end = part.lastIndex
        return goesOn
      })
      if (isWhole) return { start: found.index, end }
      first.lastIndex = found.index + 1
    }
    return undefined
  }
}
