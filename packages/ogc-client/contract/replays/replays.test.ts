import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { OgcClient } from '../../src/client/ogc-client.ts'
import { isOgcError } from '../../src/errors/ogc-error.ts'
import type { Output } from '../../src/results/output/types.ts'
import type { Results } from '../../src/results/results.ts'
import { type Answer, type FakeServer, fakeServer } from '../../src/testing/fake-server.ts'
import { collect } from '../../src/testing/rejection.ts'
import { knownQuirks } from '../known-quirks.ts'
import { replays } from './index.ts'
import type { Exchange, Replay } from './replay.ts'

const base = 'https://replay.example/base'

function answer({ status = 200, headers, body }: Exchange): Answer {
  return () => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const type = typeof body === 'string' ? undefined : 'application/json'
    const response = new Response(status === 204 ? null : new TextEncoder().encode(text), { status })
    if (type) response.headers.set('Content-Type', type)
    for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value)
    return response
  }
}

function serve(exchanges: readonly Exchange[]): FakeServer {
  const routes: Record<string, Answer[]> = {}
  for (const exchange of exchanges) {
    const line = exchange.request.replace(' /', ` ${base}/`)
    routes[line] = [...(routes[line] ?? []), answer(exchange)]
  }
  return fakeServer(routes)
}

function told(results: Results): unknown {
  return Object.fromEntries(
    [...results].map(([id, output]) => {
      const items = output.kind === 'value' ? output.items : undefined
      return [id, items ? ['list', ...items.map(toldOf)] : toldOf(output)]
    })
  )
}

function toldOf(output: Output): unknown[] {
  const content = output.kind === 'value' ? output.value : output.kind === 'reference' ? output.href : undefined
  return [output.kind, output.mediaType, content]
}

async function perform(ogc: OgcClient, { call }: Replay): Promise<unknown> {
  if ('run' in call) return told(await ogc.run(call.run, call.request ?? {}, { mode: call.mode }))
  if ('results' in call) return told(await ogc.getJobResults(call.results))
  if ('job' in call) return ogc.getJob(call.job)
  if ('process' in call) return ogc.getProcess(call.process)
  if ('processes' in call) return (await collect(ogc.iterProcesses({ limit: call.processes }))).map(({ id }) => id)
  if ('dismiss' in call) return ogc.dismissJob(call.dismiss)
  const jobs = 'watch' in call ? ogc.watchJobs(call.watch) : ogc.iterJobs({ limit: call.jobs })
  return (await collect(jobs)).map(({ jobID, status }) => [jobID, status])
}

interface Outcome {
  readonly told: unknown
  readonly warnings: readonly string[]
}

/** What the client makes of a replay, on a clock that lets nobody wait. */
async function outcome(replay: Replay, server: FakeServer): Promise<Outcome> {
  const clock = createVirtualClock()
  const warnings: string[] = []
  const use = replay.use ? [replay.use] : []
  const ogc = new OgcClient({
    baseUrl: base,
    fetch: server.fetch,
    retry: false,
    clock,
    use,
    onWarning: (message) => warnings.push(message)
  })
  const performed = perform(ogc, replay).catch((error: unknown) => {
    if (!isOgcError(error)) throw error
    return { error }
  })
  await clock.advance(60_000)
  return { told: await performed, warnings }
}

test.each(replays.map((replay) => [replay.server, replay.title, replay] as const))('%s: %s', async (_, __, replay) => {
  const { expected, exchanges, warned = [] } = replay
  const server = serve(exchanges)
  const { told, warnings } = await outcome(replay, server)
  const isFailure = typeof expected === 'object' && expected !== null && 'error' in expected
  if (!isFailure) expect(told).toEqual(expected)
  else expect(told).toMatchObject(expected as object)
  expect(warnings).toEqual(warned.map((part) => expect.stringContaining(part)))
  for (const { request, sent } of exchanges) {
    if (sent === undefined) continue
    const call = server.calls.find(({ line }) => line === request.replace(' /', ` ${base}/`))
    expect(JSON.parse(String(call?.body))).toEqual(sent)
  }
})

test('every replay names its source at a public address, and quirks that are known', () => {
  const known = new Set(knownQuirks.map(({ name }) => name))
  for (const { source, quirks } of replays) {
    expect(new URL(source).protocol).toBe('https:')
    expect(quirks.filter((name) => !known.has(name))).toEqual([])
    expect(quirks.length).toBeGreaterThan(0)
  }
})
