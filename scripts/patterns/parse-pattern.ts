/** A regular expression as a tree: what our own patterns use of the syntax, and an error for anything else. */
export type Node =
  | { readonly kind: 'char'; readonly matches: (char: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Node[] }
  | { readonly kind: 'look'; readonly of: Node; readonly ahead: boolean; readonly wanted: boolean }
  | { readonly kind: 'repeat'; readonly of: Node; readonly min: number; readonly max: number; readonly lazy: boolean }

export function parsePattern(source: string, flags: string): Node {
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`/${source}/: ${what} at ${at} is not understood`)
  }
  const take = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false
    at += text.length
    return true
  }
  const unit = flags.replace(/[^iuv]/g, '')
  // The platform itself says what one character class, escape or letter matches.
  const one = (text: string): Node => {
    const test = new RegExp(`^(?:${text})$`, `${unit}${flags.includes('s') ? 's' : ''}`)
    return { kind: 'char', matches: (char) => test.test(char) }
  }

  const choice = (): Node => {
    const of = [sequence()]
    while (take('|')) of.push(sequence())
    return of.length === 1 && of[0] ? of[0] : { kind: 'choice', of }
  }
  const sequence = (): Node => {
    const of: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') of.push(repeated(atom()))
    return { kind: 'sequence', of }
  }
  const atom = (): Node => {
    if (take('^')) return { kind: 'start' }
    if (take('$')) return { kind: 'end' }
    for (const [opening, ahead, wanted] of [
      ['(?=', true, true],
      ['(?!', true, false],
      ['(?<=', false, true],
      ['(?<!', false, false]
    ] as const) {
      if (take(opening)) return { kind: 'look', of: group(), ahead, wanted }
    }
    const named = /^\(\?<[a-z]\w*>/i.exec(source.slice(at))?.[0]
    if (named && take(named)) return group()
    if (take('(?:') || take('(')) return source[at] === '?' ? fail('a group') : group()
    const text = /^(?:\[(?:[^\]\\]|\\.)*\]|\\p\{\w+\}|\\x[\da-f]{2}|\\u[\da-f]{4}|\\[^1-9bBk]|[^*+?{}()|[\]\\])/iu.exec(
      source.slice(at)
    )?.[0]
    if (text === undefined) return fail('this')
    at += text.length
    return one(text)
  }
  const group = (): Node => {
    const of = choice()
    return take(')') ? of : fail('an open group')
  }
  const repeated = (of: Node): Node => {
    const [text, low, comma, high] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at)) ?? []
    if (text === undefined) return of
    at += text.length
    const min = low === undefined ? (text === '+' ? 1 : 0) : Number(low)
    const unbounded = low === undefined ? text !== '?' : comma === ',' && high === ''
    const max = unbounded ? Number.POSITIVE_INFINITY : low === undefined ? 1 : Number(high || low)
    return { kind: 'repeat', of, min, max, lazy: take('?') }
  }
  const tree = choice()
  return at === source.length ? tree : fail('this')
}
