import { declaredImports } from './declared-imports.ts'
import type { Message, ParsedProgram, Program } from './messages.ts'
import { withValue } from './with-value.ts'

export interface Running {
  /** Ends the program, whatever it does. */
  stop(): void
}

/**
 * Runs a program in its own worker. Everything that the program starts ends with the worker, and an endless loop does not block
 * the page.
 */
export function startProgram(program: Program, tell: (message: Message) => void): Running {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Message>) => tell(data)
  worker.onerror = ({ message }) => {
    tell({ kind: 'failure', text: message || 'The program could not be loaded. Is the network gone?' })
    tell({ kind: 'end', milliseconds: 0 })
  }
  const { code } = program
  const parsed: ParsedProgram = { ...program, code: withValue(code), imports: declaredImports(code) }
  worker.postMessage(parsed)
  return { stop: () => worker.terminate() }
}
