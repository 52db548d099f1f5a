import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { install } from './install.ts'
import { run } from './run.ts'

export interface Registry {
  readonly url: string
  /** Variables that make npm install from it and publish to it. */
  readonly env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

const home = join(import.meta.dirname, '..', 'registry')

/**
 * A real npm registry on loopback, empty but for what is published to it; everything else comes from the registry that npm
 * is configured for.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  await install(home)
  const upstream = (await run('npm', ['config', 'get', 'registry'], { cwd: home })).trim()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'config.yaml'), configuration(folder, upstream))
  // Anybody may publish, but npm does not try without a token; a shell would drop a variable with such a name.
  await writeFile(join(folder, 'npmrc'), `//127.0.0.1:${port}/:_authToken=rehearsal\n`)
  const bin = join(home, 'node_modules', 'verdaccio', 'bin', 'verdaccio')
  const args = [bin, '--config', join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
  const end = (): unknown => child.kill()
  process.once('exit', end)
  await untilAnswers(`${url}/-/ping`)
  return {
    url,
    env: { npm_config_registry: `${url}/`, npm_config_userconfig: join(folder, 'npmrc') },
    async stop() {
      process.off('exit', end)
      const ended = once(child, 'exit')
      if (child.kill()) await ended
    }
  }
}

function configuration(folder: string, upstream: string): string {
  return JSON.stringify({
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'users'), max_users: -1 } },
    uplinks: { upstream: { url: upstream, timeout: '60s' } },
    packages: {
      '@geoclients/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'upstream' }
    },
    web: { enable: false },
    log: { type: 'stdout', format: 'json', level: 'fatal' }
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error('The local registry does not answer.')
}
