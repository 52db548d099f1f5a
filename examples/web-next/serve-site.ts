import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { install } from '../../release/rehearsal/install.ts'
import { run } from '../../release/rehearsal/run.ts'

const site = join(import.meta.dirname, 'site')
const next = join(site, 'node_modules', 'next', 'dist', 'bin', 'next')

export interface Site {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Installs Next, builds the site and serves it. Next is too large to install it for everybody who works on the repository. */
export async function serveSite(serviceUrl: string): Promise<Site> {
  const env = { OGC_URL: serviceUrl, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } as const
  await install(site)
  await run(process.execPath, [next, 'build'], { cwd: site, env })
  const server = spawn(process.execPath, [next, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: site,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return { url: await addressOf(server), close: () => close(server) }
}

/** Next prints its address when it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const [url] = text.match(/http:\/\/127\.0\.0\.1:[1-9]\d*/) ?? []
      if (url) resolve(url)
    })
    server.once('exit', () => reject(new Error(`Next did not start: ${text}`)))
  })
}

async function close(server: ChildProcess): Promise<void> {
  const closed = once(server, 'close')
  server.kill()
  await closed
}
