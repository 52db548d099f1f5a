/**
 * The most likely intended name: one that differs only in case and separators (`base_url`, `baseURL`), or by at most two
 * letters if it has four or more.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name)
  const [best] = known
    .map((candidate) => ({ candidate, slips: distance(wanted, plain(candidate)) }))
    .filter(({ slips }) => slips <= (wanted.length < 4 ? 0 : 2))
    .sort((a, b) => a.slips - b.slips)
  return best?.candidate
}

/** A hint for an unknown name: the nearest known name, or all known names. */
export function suggestName(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest ? `did you mean ${JSON.stringify(nearest)}?` : `expected one of ${known.join(', ')}`
}

function plain(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[_\-. ]/g, '')
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
