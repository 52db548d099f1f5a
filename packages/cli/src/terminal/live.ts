import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

/** Text that is updated in place on a terminal. In a pipe, each new text of `update` is a line. */
export interface Live {
  /** `text` for a pipe; on a terminal `lines`, or `text` where there are none. */
  update(text: string, lines?: () => string): void
  /** Takes it away, until the next update. */
  clear(): void
  /** Stops, and clears the line. */
  stop(): void
}

const beat = 100
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** On a terminal it is redrawn regularly, so times and the spinner change even without news. */
export async function live(terminal: Terminal, isQuiet: boolean = false): Promise<Live> {
  if (isQuiet) return { update: () => {}, clear: () => {}, stop: () => {} }
  if (!terminal.stderr.isTTY || terminal.env.TERM === 'dumb') return lineByLine(terminal)
  const { createLogUpdate } = await import('log-update')
  const log = createLogUpdate(terminal.stderr)
  let lines: (() => string) | undefined
  let frame = 0
  const draw = (): void => {
    if (!lines) return
    frame = (frame + 1) % frames.length
    log(`${frames[frame]} ${lines()}`)
  }
  const timer = setInterval(draw, beat)
  const clear = (): void => {
    lines = undefined
    log.clear()
  }
  return {
    update(text, more = () => text) {
      lines = more
      draw()
    },
    clear,
    stop() {
      clearInterval(timer)
      clear()
      log.done()
    }
  }
}

function lineByLine(terminal: Terminal): Live {
  let last: string | undefined
  return {
    update(text) {
      if (text !== last) terminal.say(printable(text))
      last = text
    },
    clear: () => {},
    stop: () => {}
  }
}
