import { spawn } from 'node:child_process'

/*
 * Runs one server for as long as its parent lives: forked by supervise.ts as the leader of a process group of its own.
 * The channel to the parent closes when the parent ends, however it ends, SIGKILL included; nothing in the parent needs
 * to run for that. Any message ends the server too. Arguments: the grace in milliseconds, the command, its arguments.
 */

export type SupervisorMessage =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'ended'; readonly code: number | null; readonly signal: string | null }

const [grace, command = '', ...args] = process.argv.slice(2)
let ending = false
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })

server.once('spawn', () => tell({ type: 'started', pid: server.pid ?? 0 }))
server.once('error', ({ message }) => tell({ type: 'failed', message }, endGroup))
server.once('exit', (code, signal) => tell({ type: 'ended', code, signal }, endGroup))

process.once('disconnect', endServer)
process.once('message', endServer)
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, endServer)
if (!process.connected) endServer()

function endServer(): void {
  if (ending) return
  ending = true
  server.kill('SIGTERM')
  setTimeout(() => server.kill('SIGKILL'), Number(grace))
}

/** Ends the processes that the server left behind, and then this process. */
function endGroup(): void {
  process.kill(-process.pid, 'SIGKILL')
}

function tell(message: SupervisorMessage, then: () => void = () => {}): void {
  if (process.send && process.connected) process.send(message, () => then())
  else then()
}
