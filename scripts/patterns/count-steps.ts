import type { Node } from './parse-pattern.ts'

type Next = (at: number) => boolean

/**
 * How many steps a backtracking engine takes to look for all matches of a pattern in `text`, as `replace` with the flag
 * `g` does. Platforms work this way; steps, unlike time, are the same on every machine. Stops counting at `limit`.
 */
export function countSteps(tree: Node, text: string, limit: number): number {
  let steps = 0
  class TooMany extends Error {}
  const step = (): void => {
    if (++steps > limit) throw new TooMany()
  }
  const match = (node: Node, at: number, next: Next): boolean => {
    step()
    switch (node.kind) {
      case 'char':
        return at < text.length && node.matches(text.charAt(at)) && next(at + 1)
      case 'start':
        return at === 0 && next(at)
      case 'end':
        return at === text.length && next(at)
      case 'sequence': {
        const from = (index: number): Next =>
          index === node.of.length ? next : (here) => match(node.of[index] as Node, here, from(index + 1))
        return from(0)(at)
      }
      case 'choice':
        return node.of.some((one) => match(one, at, next))
      case 'look': {
        const found = node.ahead
          ? match(node.of, at, () => true)
          : at > 0 && match(node.of, at - 1, (end) => end === at)
        return found === node.wanted && next(at)
      }
      case 'repeat':
        return repeat(node, at, next)
    }
  }
  const repeat = (node: Node & { kind: 'repeat' }, at: number, next: Next): boolean => {
    if (node.of.kind !== 'char') return repeatGroup(node, at, next, 0)
    const { matches } = node.of
    let end = at
    while (end < text.length && end - at < node.max && matches(text.charAt(end))) {
      step()
      end++
    }
    const ends = Array.from({ length: Math.max(0, end - at - node.min + 1) }, (_, i) => end - i)
    if (node.lazy) ends.reverse()
    return ends.some((here) => {
      step()
      return next(here)
    })
  }
  const repeatGroup = (node: Node & { kind: 'repeat' }, at: number, next: Next, count: number): boolean => {
    const more = (): boolean =>
      count < node.max && match(node.of, at, (here) => here > at && repeatGroup(node, here, next, count + 1))
    const done = (): boolean => count >= node.min && next(at)
    return node.lazy ? done() || more() : more() || done()
  }
  try {
    for (let at = 0; at <= text.length; ) {
      let end: number | undefined
      match(tree, at, (here) => {
        end = here
        return true
      })
      at = Math.max(at + 1, end ?? 0)
    }
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
  }
  return steps
}
