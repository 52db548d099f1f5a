import { type Line, limited } from './limited.ts'
import type { Message } from './messages.ts'

export interface Output {
  readonly element: HTMLElement
  add(message: Exclude<Message, { kind: 'end' }>): void
  /** Shows how the program ended. */
  end(word: string): void
  clear(): void
}

/** The maximum number of lines, so that a loop that prints cannot block the page. */
const longest = 500

/** Shows the output of a program line by line, and announces it to screen readers. */
export function createOutput(): Output {
  const element = document.createElement('div')
  element.className = 'output'
  element.tabIndex = 0
  element.setAttribute('role', 'log')
  element.setAttribute('aria-label', 'Output')
  const line = ({ kind, text }: Line): void => {
    const made = document.createElement('pre')
    made.className = kind
    made.textContent = text
    element.append(made)
    element.scrollTop = element.scrollHeight
  }
  const lines = limited(longest, line)
  return {
    element,
    add: lines.add,
    end: (word) => {
      if (word) line({ kind: 'word', text: word })
    },
    clear: () => {
      lines.reset()
      element.replaceChildren()
    }
  }
}
