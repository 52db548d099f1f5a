import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, inject, it, vi } from 'vitest'
import { fixture } from './fixtures/options.ts'
import { expectGone, isRunning } from './fixtures/processes.ts'
import { freePort } from './port.ts'
import { startServer } from './server.ts'

describe('startServer', () => {
  it('gives a healthy server on a loopback port, with its own pid and log', async () => {
    await using server = await startServer(fixture('good'))
    expect(server.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(server.baseUrl)).status).toBe(200)
    expect(isRunning(server.pid)).toBe(true)
    expect(server.logs()).toBe('good listens\n')
    expect(existsSync(server.logFile)).toBe(true)
  })

  it('adds to the environment and removes from it', async () => {
    const env = ({ port }: { port: number }) => ({ GEOCLIENTS_ADDED: String(port), VITEST: undefined })
    await using server = await startServer({ ...fixture('good'), env })
    const { env: seen } = await answer(server)
    expect(seen.GEOCLIENTS_ADDED).toBe(new URL(server.baseUrl).port)
    expect(seen.PATH).toBe(process.env.PATH)
    expect(seen).not.toHaveProperty('VITEST')
  })

  it('reports a server that ends early with its exit code and the last 40 lines of its log', async () => {
    const error = await startServer(fixture('fails')).catch((reason: Error) => reason.message)
    expect(error).toMatch(/^fixture-fails exited with code 3 before it answered at http:\/\/127\.0\.0\.1:\d+\/\. /)
    expect(error).toContain('\nline 60\nno such service')
    expect(error).toContain('\nline 22\n')
    expect(error).not.toContain('\nline 21\n')
  })

  it('reports a server that is never healthy, and ends it', async () => {
    let port = 0
    const pickPort = async () => (port = await freePort())
    const starting = startServer({ ...fixture('unhealthy'), pickPort, deadlineMs: 1_500 })
    await expect(starting).rejects.toThrow(
      /not healthy at .* within 1500 ms \(last try: status 503\).*unhealthy listens/s
    )
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
  })

  it('reports a command that does not exist', async () => {
    const starting = startServer({ ...fixture('good'), command: 'no-such-command-here' })
    await expect(starting).rejects.toThrow(/could not be started \(spawn no-such-command-here ENOENT\)/)
  })

  it('tries another port once when the first is taken', async () => {
    await using taken = createServer((socket) => socket.resume()).listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo

    const ports = [port, await freePort()]
    const second = ports[1]
    await using server = await startServer({ ...fixture('good'), pickPort: async () => ports.shift() ?? port })
    expect(server.baseUrl).toBe(`http://127.0.0.1:${second}`)

    const again = startServer({ ...fixture('good'), pickPort: async () => port })
    await expect(again).rejects.toThrow(/EADDRINUSE/)
  })
})

describe('stop', () => {
  it('ends the server, and may be called again', async () => {
    const server = await startServer(fixture('good'))
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(isRunning(server.pid)).toBe(false)
    await expect(fetch(server.baseUrl)).rejects.toThrow('fetch failed')
  })

  it('ends a server that ignores SIGTERM, after the grace', async () => {
    const server = await startServer({ ...fixture('stubborn'), graceMs: 300 })
    const begun = performance.now()
    await server.stop()
    expect(performance.now() - begun).toBeGreaterThanOrEqual(290)
    expect(isRunning(server.pid)).toBe(false)
    expect(server.logs()).toContain('SIGTERM is ignored')
  })

  it('ends what the server has started too', async () => {
    const server = await startServer(fixture('parent'))
    await vi.waitFor(() => expect(childOf(server)).toBeGreaterThan(0), { timeout: 10_000 })
    const child = childOf(server)
    await server.stop()
    await expectGone(child, server.baseUrl)
  })

  it('tells how a server ended that nobody stopped', async () => {
    const server = await startServer(fixture('good'))
    process.kill(server.pid, 'SIGKILL')
    expect(await server.ended).toBe('was ended by SIGKILL')
    await server.stop()
  })

  it('leaves nothing running where the supervisor itself is killed', async () => {
    const server = await startServer(fixture('good'))
    const { parent } = await answer(server)
    process.kill(parent, 'SIGKILL')
    expect(await server.ended).toBe('was ended because its supervisor died')
    await expectGone(server.pid, server.baseUrl)
  })
})

/** What `fixtures/server.ts` answers. */
async function answer({ baseUrl }: { baseUrl: string }): Promise<{ env: NodeJS.ProcessEnv; parent: number }> {
  return (await (await fetch(baseUrl)).json()) as { env: NodeJS.ProcessEnv; parent: number }
}

function childOf(server: { logs(): string }): number {
  return Number(/child (\d+)/.exec(server.logs())?.[1])
}

describe('the servers of this run', () => {
  // All of 127.0.0.0/8 is this machine on Linux: a server on 0.0.0.0 would answer here.
  it.each(Object.entries(inject('baseUrls')))('%s answers on 127.0.0.1 only', async (_name, baseUrl) => {
    expect((await fetch(baseUrl)).status).toBeLessThan(500)
    await expect(fetch(baseUrl.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed')
  })
})
