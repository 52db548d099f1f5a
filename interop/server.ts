import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { untilHealthy } from './health.ts'
import { lastLines, newLogFile } from './log.ts'
import { freePort, LOOPBACK } from './port.ts'
import { type SupervisedProcess, supervise } from './supervise.ts'

const LINES_IN_ERRORS = 40
const ADDRESS_TAKEN = /address already in use|EADDRINUSE|connection in use/i

export interface ServerAddress {
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly baseUrl: string
}

export interface ServerOptions {
  /** The name of the log file, and the beginning of error messages. */
  readonly name: string
  readonly command: string
  readonly args: (address: ServerAddress) => readonly string[]
  /** Added to the environment of this process. `undefined` removes a variable. */
  readonly env?: (address: ServerAddress) => NodeJS.ProcessEnv
  /** Default: this folder. */
  readonly cwd?: string
  /** Returns a 2xx status as soon as the server is ready. */
  readonly healthPath: string
  /** Milliseconds within which the server must be healthy. Default: 60 s. */
  readonly deadlineMs?: number
  /** Milliseconds between SIGTERM and SIGKILL. Default: 5 s. */
  readonly graceMs?: number
  /** Chooses the port, in tests of the launcher. */
  readonly pickPort?: () => Promise<number>
}

export interface Server extends AsyncDisposable {
  readonly baseUrl: string
  readonly pid: number
  readonly logFile: string
  /** Resolves when the server has ended, for whatever reason, with the way it ended: `exited with code 1`. */
  readonly ended: Promise<string>
  /** Everything that the server has written so far. */
  logs(): string
  /** Ends the server and waits until it has ended. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Starts a server on a free loopback port and waits until it is healthy. It ends with {@link Server.stop}, or when this process
 * ends for any reason.
 *
 * If another process takes the port first, one more port is tried.
 *
 * @throws Error with the last 40 lines of the log when the server ends early or is not healthy in time.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  try {
    return await start(options)
  } catch (error) {
    if (error instanceof AddressTakenError) return await start(options)
    throw error
  }
}

class AddressTakenError extends Error {}

async function start(options: ServerOptions): Promise<Server> {
  const port = await (options.pickPort ?? freePort)()
  const address: ServerAddress = { host: LOOPBACK, port, baseUrl: `http://${LOOPBACK}:${port}` }
  const logFile = newLogFile(options.name, port)
  let running: SupervisedProcess
  try {
    running = await supervise({
      command: options.command,
      args: options.args(address),
      cwd: options.cwd ?? import.meta.dirname,
      env: { ...process.env, ...options.env?.(address) },
      logFile,
      graceMs: options.graceMs ?? 5_000
    })
  } catch (error) {
    throw failure(options.name, (error as Error).message, logFile)
  }
  const problem = await untilUsable(running, `${address.baseUrl}${options.healthPath}`, options.deadlineMs ?? 60_000)
  if (problem) {
    await running.end()
    throw failure(options.name, problem, logFile)
  }
  return {
    baseUrl: address.baseUrl,
    pid: running.pid,
    logFile,
    ended: running.ended,
    logs: () => readFileSync(logFile, 'utf8'),
    stop: running.end,
    [Symbol.asyncDispose]: running.end
  }
}

async function untilUsable(running: SupervisedProcess, url: string, deadlineMs: number): Promise<string | undefined> {
  const ended = new AbortController()
  let how = ''
  running.ended.then((text) => {
    how = text
    ended.abort()
  })
  const last = await untilHealthy(url, AbortSignal.any([ended.signal, AbortSignal.timeout(deadlineMs)]))
  if (how) return `${how} before it answered at ${url}`
  return last && `was not healthy at ${url} within ${deadlineMs} ms (last try: ${last})`
}

function failure(name: string, problem: string, logFile: string): Error {
  const lines = lastLines(logFile, LINES_IN_ERRORS)
  const log = lines ? `The last lines of ${relative(process.cwd(), logFile)}:\n${lines}` : 'It logged nothing.'
  const message = `${name} ${problem}. ${log}`
  return ADDRESS_TAKEN.test(lines) ? new AddressTakenError(message) : new Error(message)
}
