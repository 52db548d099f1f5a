/** Shorter texts parse fast, whatever they contain. */
const shortText = 1_000_000
/** Nested brackets take the parser quadratic time. */
const maxDepth = 10_000
/**
 * Work that takes about a second, counted in arrays. 64 MiB of GeoJSON stay below it: 3 million positions, or 700,000 point
 * features.
 */
const maxWork = 8_000_000
const objectWork = 4
/** Cost of a new member name, because each extends a hidden class or a hash table. */
const nameWork = 12
/** A short text that stands nowhere else: V8 keeps those in one table, as it does names. */
const textWork = 5
const longestKept = 9

/**
 * `JSON.parse`, which nothing can interrupt, and which takes ten seconds and more for 64 MiB of brackets, of `{}`, of names
 * or of short texts that are all different. A long text of that kind is refused before, with a `SyntaxError`.
 */
export function parseText(text: string): unknown {
  const excess = text.length > shortText && excessOf(text)
  if (excess) throw new SyntaxError(excess)
  return JSON.parse(text)
}

const [quote, backslash, colon, space, listOpen, listClose, objectOpen, objectClose, unit, exponent, tab] = [
  34, 92, 58, 32, 91, 93, 123, 125, 117, 69, 9
]

/** Why parsing a text would take too long; undefined if it would not. The parser stops at the first invalid character. */
function excessOf(text: string): string | undefined {
  const words = new DistinctWords()
  let depth = 0
  let work = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char > quote && char <= colon) continue // of a number, or between members
    if (char === quote) {
      const start = i + 1
      let length = 0
      for (i = start; i < text.length; i++, length++) {
        const char = text.charCodeAt(i)
        if (char === quote) break
        if (char < space) return undefined
        if (char === backslash) i += text.charCodeAt(i + 1) === unit ? 5 : 1
      }
      const cost = isName(text, i) ? nameWork : length > longestKept ? 0 : textWork
      if (cost && words.isNew(text, start, i)) work += cost
    } else if (char === objectOpen || char === listOpen) {
      depth++
      work += char === objectOpen ? objectWork : 1
    } else if (char === objectClose || char === listClose) depth--
    else if (char > objectClose || (char > quote && char < listOpen && char !== exponent) || char < tab)
      return undefined
    if (depth > maxDepth) return `nested more than ${maxDepth} levels deep`
    if (work > maxWork) return 'too many objects, names or short strings to parse safely'
  }
  return undefined
}

/** Whether a colon follows the quote at `end`. */
function isName(text: string, end: number): boolean {
  let next = end + 1
  while (text.charCodeAt(next) <= space) next++
  return text.charCodeAt(next) === colon
}

const cells = 2 ** 22

/** Tells words that were not seen before, of which it may miss some. A server cannot know which: the seed is chance. */
class DistinctWords {
  readonly #seen = new Uint32Array(cells / 32)
  readonly #seed = Math.floor(Math.random() * 2 ** 32)

  isNew(text: string, start: number, end: number): boolean {
    let hash = this.#seed
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    const cell = (hash ^ (hash >>> 15)) & (cells - 1)
    const bit = 1 << (cell & 31)
    const word = this.#seen[cell >>> 5] as number
    if (word & bit) return false
    this.#seen[cell >>> 5] = word | bit
    return true
  }
}
