import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface StartedServer extends AsyncDisposable {
  readonly url: string
}

/** Starts one of the mocks in its own process. */
export async function startServer(name: 'cas' | 'ogc'): Promise<StartedServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  return {
    url: line.trim(),
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await once(child, 'exit')
    }
  }
}
