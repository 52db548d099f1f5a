import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createCasMock } from '@geoclients/cas-client/mock'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type OperationName, operationOf } from '../fault.ts'
import { type Era, pass, scaledClock } from '../scaled-clock.ts'
import type { Scenario } from '../scenario.ts'
import { end, listen, listenAgain } from './listen.ts'
import { playFault } from './play-fault.ts'
import { worldProcesses } from './processes.ts'
import { worldProviders } from './providers.ts'
import { createStranger } from './stranger.ts'
import { corsHeaders, type RightAnswer, readBody, secretsOf } from './wire.ts'

/** The record of a world, for the verdict. */
export interface WorldRecord {
  /** How often each key was executed. */
  readonly executed: Readonly<Record<string, number>>
  readonly requests: number
  readonly faults: readonly string[]
  /** Heads of the requests to the other origin. */
  readonly seenByStranger: readonly string[]
  /** Requests whose connection was still open. */
  readonly open: number
}

export interface World {
  readonly url: string
  record(): WorldRecord
  close(): Promise<void>
}

/** The servers of one scenario: both mocks at one origin behind planned faults, and another origin that only records. */
export async function createWorld(scenario: Scenario, era: Era): Promise<World> {
  const clock = scaledClock(era)
  const executed: Record<string, number> = {}
  const counts = new Map<OperationName, number>()
  const met: string[] = []
  const open = new Set<Socket>()
  let requests = 0
  let isOver = false

  const ogc = createOgcMock({
    clock,
    baseUrl: 'http://world.test/ogc',
    processes: () =>
      worldProcesses((key) => {
        executed[key] = (executed[key] ?? 0) + 1
      })
  })
  const cas = createCasMock({ clock, baseUrl: 'http://world.test/cas', providers: () => worldProviders })

  const server = createServer({ keepAliveTimeout: 0 }, (message, response) => {
    const { socket } = message
    open.add(socket)
    response.once('finish', () => open.delete(socket))
    serve(message, response).catch((error: unknown) => {
      // A disconnected client is not a failure of the world.
      if (!socket.destroyed) met.push(`the world failed: ${error}`)
      socket.destroy()
    })
  })
  server.on('connection', (socket) => socket.on('error', () => {}).once('close', () => open.delete(socket)))
  const url = await listen(server)
  const stranger = await createStranger()

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '', socket } = message
    if (method === 'OPTIONS') return void response.writeHead(204, corsHeaders).end()
    requests += 1
    const body = await readBody(message)
    const operation = operationOf(method, new URL(target, url).pathname)
    const nth = operation === undefined ? 0 : (counts.get(operation) ?? 0)
    if (operation) counts.set(operation, nth + 1)
    const plan = scenario.faults.find((one) => one.operation === operation && one.nth === nth)
    const answer = (): Promise<RightAnswer> => rightAnswer(message, body)
    if (plan === undefined) {
      const right = await answer()
      return void response.writeHead(right.status, right.headers).end(right.body)
    }
    met.push(`${plan.operation} ${nth}: ${plan.fault}`)
    await playFault[plan.fault]({
      ...{ socket, clock, answer, url: url + target, stranger: stranger.url, secrets: secretsOf(message) },
      goDown: (duration) => void goDown(duration),
      startAnew: () => ogc.reset()
    })
  }

  async function rightAnswer(
    { method = 'GET', url: target = '', headers }: IncomingMessage,
    body: Buffer
  ): Promise<RightAnswer> {
    const mock = target.startsWith('/cas') ? cas : ogc
    const request = new Request(url + target, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(body.length > 0 && { body: body.toString() })
    })
    const reply = await mock.handle(request)
    return {
      status: reply.status,
      headers: { ...Object.fromEntries(reply.headers), ...corsHeaders },
      body: Buffer.from(await reply.arrayBuffer())
    }
  }

  /** Refuses connections for a while. Active ones stay open. */
  async function goDown(duration: number): Promise<void> {
    if (!server.listening) return
    server.close()
    server.closeIdleConnections()
    await pass(clock, duration)
    if (!isOver) await listenAgain(server, url)
  }

  return {
    url,
    record: () => ({ executed, requests, faults: met, seenByStranger: stranger.seen, open: open.size }),
    async close() {
      isOver = true
      await Promise.all([end(server), stranger.close()])
    }
  }
}
