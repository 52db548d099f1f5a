/** Steps of a backtracking engine that nobody notices: some tenths of a second. */
const mostSteps = 20_000_000
/** A pattern that cannot be applied to a text of this length is of no use. */
const leastLength = 32
const mostLength = 100_000

/** In how many ways a part of a pattern can be matched: `fixed` times the length of the text, `powers` times over. */
interface Ways {
  readonly fixed: number
  readonly powers: number
}

const one: Ways = { fixed: 1, powers: 0 }

/**
 * How long a text may be so that a pattern ends soon, whatever the text is; undefined if that is of no use, or if no
 * engine reads the pattern. A pattern comes from a server, and `(a+)+$`, `(a|a)*$` or `a?a?a?…aaa` can take years for a
 * line of text. An engine that goes back tries every way in the worst case, each as long as the text.
 */
export function longestText(pattern: string): number | undefined {
  try {
    new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
  const { fixed, powers } = new WayCounter(pattern).all()
  const exponent = powers + 1 + (pattern.startsWith('^') ? 0 : 1)
  const length = Math.floor((mostSteps / fixed) ** (1 / exponent))
  return length < leastLength ? undefined : Math.min(length, mostLength)
}

/** Reads a valid pattern (with the flag `u`) from its start to its end. */
class WayCounter {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** Alternatives, up to the end of their group. */
  all(): Ways {
    const ways = [this.#sequence()]
    while (this.#take('|')) ways.push(this.#sequence())
    return {
      fixed: ways.reduce((sum, { fixed }) => sum + fixed, 0),
      powers: Math.max(...ways.map(({ powers }) => powers))
    }
  }

  #sequence(): Ways {
    let ways = one
    while (this.#at < this.#pattern.length && !this.#is('|') && !this.#is(')')) {
      const inner = this.#atom()
      ways = product(ways, this.#repeated(inner))
    }
    return ways
  }

  /** One character, class, assertion or group. */
  #atom(): Ways {
    if (this.#take('(')) {
      this.#match(/\?(?:<[^=!>][^>]*>|<?[=!]|[a-z-]*:)/y)
      const ways = this.all()
      this.#take(')')
      return ways
    }
    this.#match(/\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|k<[^>]*>|[\s\S])|[\s\S]/uy)
    return one
  }

  #repeated(inner: Ways): Ways {
    const found = this.#match(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y)
    if (!found) return inner
    const [, sign, least = '', comma, most = ''] = found
    const isChoice = inner.fixed > 1 || inner.powers > 0
    if (sign === '?') return { fixed: inner.fixed + 1, powers: inner.powers }
    if (sign || (comma && most === '')) return { fixed: isChoice ? Number.POSITIVE_INFINITY : 1, powers: 1 }
    const times = Number(comma ? most : least)
    const counts = times - Number(least) + 1
    return { fixed: inner.fixed ** times * counts, powers: inner.powers * times }
  }

  #is(char: string): boolean {
    return this.#pattern[this.#at] === char
  }

  #take(char: string): boolean {
    const isNext = this.#is(char)
    if (isNext) this.#at++
    return isNext
  }

  #match(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#pattern) ?? undefined
    if (found) this.#at += found[0].length
    return found
  }
}

function product(left: Ways, right: Ways): Ways {
  return { fixed: left.fixed * right.fixed, powers: left.powers + right.powers }
}
