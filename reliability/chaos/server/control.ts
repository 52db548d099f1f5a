import { createServer } from 'node:http'
import type { Era } from '../scaled-clock.ts'
import type { Scenario } from '../scenario.ts'
import { end, listen } from './listen.ts'
import { corsHeaders, readBody } from './wire.ts'
import { createWorld, type World } from './world.ts'

/** The addresses of a scenario's servers. */
export interface WorldAddress {
  readonly id: string
  readonly url: string
}

export interface Control {
  readonly url: string
  close(): Promise<void>
}

/** Time limit for connections to close after the clients have ended, in real milliseconds. */
const patience = 3_000

/**
 * Creates and ends worlds for clients of any runtime. `POST /worlds` with a scenario and an era returns the addresses of its
 * world; `DELETE /worlds/ID` returns its record. `GET /` is an empty page for browsers.
 */
export async function serveControl(): Promise<Control> {
  const worlds = new Map<string, World>()
  let made = 0

  async function create(body: Buffer): Promise<WorldAddress> {
    const { scenario, era } = JSON.parse(body.toString()) as { scenario: Scenario; era: Era }
    const world = await createWorld(scenario, era)
    made += 1
    worlds.set(String(made), world)
    return { id: String(made), url: world.url }
  }

  async function remove(id: string): Promise<unknown> {
    const world = worlds.get(id)
    if (!world) throw new Error(`no world ${id}`)
    worlds.delete(id)
    for (const until = Date.now() + patience; world.record().open > 0 && Date.now() < until; ) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const record = world.record()
    await world.close()
    return record
  }

  // An idle connection stays open, because a client could use it just when it is closed.
  const server = createServer({ keepAliveTimeout: 0 }, async (message, response) => {
    const { method, url = '' } = message
    if (method === 'OPTIONS') return void response.writeHead(204, corsHeaders).end()
    if (url === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end()
    try {
      const answer =
        method === 'POST' ? await create(await readBody(message)) : await remove(url.slice('/worlds/'.length))
      response.writeHead(200, { ...corsHeaders, 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      response.writeHead(500, corsHeaders).end(String(error))
    }
  })
  const url = await listen(server)
  return {
    url,
    async close() {
      await Promise.all([end(server), ...[...worlds.values()].map((world) => world.close())])
    }
  }
}
