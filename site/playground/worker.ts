import { serveExamples } from '../../docs/tests/services.ts'
import { compile } from './compile.ts'
import type { Message, ParsedProgram } from './messages.ts'
import { modulesOf } from './modules.ts'
import { describeError, printed } from './printed.ts'
import { startTime } from './time.ts'

const tell = (message: Message): void => postMessage(message)

/** The program in this worker can reach only the mocks, and it stores nothing. */
function furnish(): void {
  Object.assign(globalThis, { fetch: serveExamples(), localStorage: {} })
  const say =
    (kind: 'log' | 'warn' | 'error') =>
    (...values: unknown[]): void =>
      tell({ kind, text: printed(values) })
  Object.assign(console, {
    log: say('log'),
    info: say('log'),
    debug: say('log'),
    warn: say('warn'),
    error: say('error')
  })
}

async function run({ code, imports, given, speed }: ParsedProgram): Promise<void> {
  furnish()
  const time = startTime(speed)
  const fail = (error: unknown): void => tell({ kind: 'failure', text: describeError(error) })
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(event.reason)
  })
  const show = (value: unknown): void => {
    if (value !== undefined) tell({ kind: 'value', text: printed([value], true) })
  }
  try {
    const program = compile(code, imports)
    await program(await modulesOf(program.imports, given), show)
  } catch (error) {
    fail(error)
  }
  tell({ kind: 'end', milliseconds: time.passed() })
}

addEventListener('message', ({ data }: MessageEvent<ParsedProgram>) => void run(data))
