import type { Message } from './messages.ts'

export type Line = Exclude<Message, { kind: 'end' }> | { readonly kind: 'word'; readonly text: string }

export interface Limited {
  add(line: Line): void
  /** Begins anew. */
  reset(): void
}

/** Passes on the first lines, then one that says that others are left out. */
export function limited(longest: number, write: (line: Line) => void): Limited {
  let lines = 0
  return {
    add: (line) => {
      lines++
      if (lines <= longest) write(line)
      else if (lines === longest + 1) write({ kind: 'word', text: `Only the first ${longest} lines are shown.` })
    },
    reset: () => {
      lines = 0
    }
  }
}
