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
  /** The id of the command's own process. */
  readonly pid: number
  /** Resolves when the process and its children have ended, with the way it ended: `exited with code 1`. */
  readonly ended: Promise<string>
  /** Sends SIGTERM, and SIGKILL after the grace period. Resolves like `ended`. May be called more than once. */
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
    // Detached, so that Ctrl-C in the terminal reaches only this process, which then ends the server cleanly.
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
      // Not disconnect(), because then this side never learns that the channel has closed.
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
    // No process of the group is left.
  }
}
