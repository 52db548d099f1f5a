import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A page of a real Firefox, driven with WebDriver BiDi. Firefox supports it, so no driver or patched build is needed. */
export interface FirefoxPage {
  goto(url: string): Promise<void>
  /** Evaluates an expression, with JSON as input and output. A promise is awaited. */
  evaluate(expression: string): Promise<unknown>
}

/** The Firefox that `FIREFOX_BIN` names, or one on the path. */
export function installedFirefox(env: NodeJS.ProcessEnv): string | undefined {
  if (env.FIREFOX_BIN) return env.FIREFOX_BIN
  return ['firefox', 'firefox-esr'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** Uses a page of a headless Firefox, and ends Firefox afterwards, or after `limit` milliseconds. */
export async function withFirefox<T>(
  executable: string,
  limit: number,
  work: (page: FirefoxPage) => Promise<T>
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank']
  const browser = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const late = setTimeout(() => browser.kill(), limit)
  try {
    const send = await connect(`${await addressOf(browser)}/session`)
    await send('session.new', { capabilities: {} })
    const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: readonly { context: string }[] }
    const context = contexts[0]?.context
    return await work({
      goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
      evaluate: async (expression) => {
        const told = `Promise.resolve(${expression}).then(JSON.stringify)`
        const script = { expression: told, target: { context }, awaitPromise: true }
        const { type, result, exceptionDetails } = (await send('script.evaluate', script)) as Evaluated
        if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'the page failed')
        return result?.value === undefined ? undefined : JSON.parse(result.value)
      }
    })
  } finally {
    clearTimeout(late)
    await ended(browser)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Evaluated {
  readonly type: string
  readonly result?: { readonly value?: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** The address that it prints. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface({ input: stderr as NodeJS.ReadableStream })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? []
    if (address) return address
    lines.push(line)
  }
  throw new Error(`Firefox ended before it listened:\n${lines.join('\n')}`)
}

type SendCommand = (method: string, params: object) => Promise<unknown>

interface Answer {
  readonly id: number
  readonly error?: string
  readonly message?: string
  readonly result?: unknown
}

async function connect(url: string): Promise<SendCommand> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Omit<Answer, 'id'>) => void>()
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(String(data))
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  }
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onclose = () => {
      reject(new Error(`Firefox cannot be reached at ${url}`))
      for (const tell of waiting.values()) tell({ error: 'closed', message: 'Firefox has ended' })
    }
  })
  let id = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, ({ error, message, result }) => {
        if (error) reject(new Error(`${method}: ${error}: ${message}`))
        else resolve(result)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}

async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null || browser.signalCode !== null) return
  const exit = once(browser, 'exit')
  browser.kill()
  const late = setTimeout(() => browser.kill('SIGKILL'), 5_000)
  await exit
  clearTimeout(late)
}
