import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { SupervisorMessage } from './supervisor.ts'

export interface SupervisedCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Receives standard output and standard error. */
  readonly logFile: string
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs: number
}

export interface SupervisedProcess {
  /** Of the command itself. */
  readonly pid: number
  /** Resolves when the process and all that it started are gone, with how it ended: `exited with code 1`. */
  readonly ended: Promise<string>
  /** SIGTERM, after the grace SIGKILL; resolves as `ended` does. May be called again. */
  end(): Promise<void>
}

/**
 * Starts a command that ends with this process, even if this process is killed. POSIX only.
 *
 * @throws Error when the command cannot be started.
 */
export async function supervise(options: SupervisedCommand): Promise<SupervisedProcess> {
  const log = openSync(options.logFile, 'a')
  const supervisor = fork(
    join(import.meta.dirname, 'supervisor.ts'),
    [String(options.graceMs), options.command, ...options.args],
    // Detached: a Ctrl-C in the terminal reaches this process only, which then ends the server in order.
    { cwd: options.cwd, env: options.env, detached: true, execArgv: [], stdio: ['ignore', log, log, 'ipc'] }
  )
  closeSync(log)

  let how = ''
  const ended = new Promise<string>((resolve) => {
    supervisor.once('close', () => {
      if (!how) endGroup(supervisor)
      resolve(how || 'was ended because its supervisor died')
    })
  })
  const pid = await new Promise<number>((resolve, reject) => {
    supervisor.once('error', reject)
    supervisor.on('message', (message: SupervisorMessage) => {
      if (message.type === 'started') resolve(message.pid)
      else how = describe(message)
    })
    ended.then((text) => reject(new Error(text)))
  })

  return {
    pid,
    ended,
    end: async () => {
      // Not disconnect(): after that, this side is never told that the channel has closed.
      if (supervisor.connected) supervisor.send('end', () => {})
      await ended
    }
  }
}

function describe(message: Exclude<SupervisorMessage, { type: 'started' }>): string {
  if (message.type === 'failed') return `could not be started (${message.message})`
  return message.signal ? `was ended by ${message.signal}` : `exited with code ${message.code}`
}

function endGroup(supervisor: ChildProcess): void {
  if (supervisor.pid === undefined) return
  try {
    process.kill(-supervisor.pid, 'SIGKILL')
  } catch {
    // Nothing of the group is left.
  }
}
