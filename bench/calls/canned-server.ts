import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface CannedServer extends AsyncDisposable {
  readonly baseUrl: string
}

/** Starts the server of `server.ts` in a separate process. */
export async function startCannedServer(): Promise<CannedServer> {
  const script = join(import.meta.dirname, 'server.ts')
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const ended = exited.then(() => Promise.reject(new Error('the server ended before it told its address')))
  const [baseUrl] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  ended.catch(() => undefined) // the server ends when it is told to
  return {
    baseUrl,
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await exited
    }
  }
}
