import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import type { OgcClient } from '../client/ogc-client.ts'
import { baseUrl, clientOf } from './fake-server.ts'

/** What the server makes of its job list: all jobs, a page of ten as pygeoapi, none, a failure, or what is given. */
export type ListMode = 'works' | 'pages' | 'empty' | 'broken' | 'missing' | ((url: URL) => Response)

export interface JobServerOptions {
  /** When each job ends, in ms from the start, by its id. */
  readonly ends: Readonly<Record<string, number>>
  readonly list?: ListMode
  /** Jobs of others, which the list has first. */
  readonly others?: number
  readonly latency?: (request: number, line: string) => number
  /** Seconds that the server asks to wait after the state of a job, by its id. */
  readonly retryAfter?: Readonly<Record<string, number>>
  readonly random?: () => number
  /** Whether the answer to a request is cut off, by its number. */
  readonly cut?: (request: number) => boolean
}

export interface JobServer {
  readonly ogc: OgcClient
  readonly clock: VirtualClock
  list: ListMode
  /** Each request: its line, when it came, and how it ended. */
  readonly log: { readonly line: string; readonly at: number; over?: number }[]
  readonly lines: () => string[]
  /** The most requests that were under way at once, for each line. */
  readonly most: Map<string, number>
  readonly now: () => number
}

/** A server whose jobs (those of its process `p` by the input `id`) run for a given time on a virtual clock, and which writes down what it is asked. */
export function jobServer(options: JobServerOptions): JobServer {
  const { ends, others = 0, latency = () => 1, cut = () => false, retryAfter = {} } = options
  const clock = createVirtualClock()
  const start = clock.now()
  const now = (): number => clock.now() - start
  const created = new Date(start).toISOString()
  const stateOf = (jobID: string): object => ({
    ...{ jobID, type: 'process', processID: 'p', created },
    ...{ status: now() >= (ends[jobID] ?? 0) ? 'successful' : 'running' }
  })
  const server: JobServer = {
    ...{ clock, list: options.list ?? 'works', log: [], most: new Map(), now },
    lines: () => server.log.map(({ line }) => line),
    ogc: undefined as never
  }
  const all = [...Array.from({ length: others }, (_, i) => `other-${i}`), ...Object.keys(ends)]
  const listed = (url: URL): Response => {
    const { list } = server
    if (typeof list === 'function') return list(url)
    if (list === 'broken') return new Response('oops', { status: 500 })
    if (list === 'missing') return Response.json({ title: 'Not found' }, { status: 404 })
    const limit = list === 'pages' ? 10 : Number(url.searchParams.get('limit') ?? 10)
    const offset = Number(url.searchParams.get('offset') ?? 0)
    const jobs = list === 'empty' ? [] : all.slice(offset, offset + limit).map(stateOf)
    // Also after a full last page, as pygeoapi links.
    const links = jobs.length === limit ? [{ rel: 'next', href: `?limit=${limit}&offset=${offset + limit}` }] : []
    return Response.json({ jobs, links })
  }
  const answer = (url: URL, body: unknown): Response => {
    const path = url.href.replace(baseUrl, '').replace(/\?.*/, '')
    if (path.endsWith('/execution')) return Response.json(stateOf(JSON.parse(String(body)).inputs.id), { status: 201 })
    if (path === '/jobs') return listed(url)
    const id = decodeURIComponent(path.replace('/jobs/', ''))
    const headers = id in retryAfter ? { 'Retry-After': String(retryAfter[id]) } : {}
    return id in ends
      ? Response.json(stateOf(id), { headers })
      : Response.json({ title: 'No such job' }, { status: 404 })
  }
  const underWay = new Map<string, number>()
  const fetch: typeof globalThis.fetch = (input, { method = 'GET', signal, body } = {}) => {
    const url = new URL(String(input))
    const line = `${method} ${url.href.replace(baseUrl, '')}`
    const entry: JobServer['log'][number] = { line, at: now() }
    const number = server.log.push(entry) - 1
    const count = (change: number): void => {
      underWay.set(line, (underWay.get(line) ?? 0) + change)
      server.most.set(line, Math.max(server.most.get(line) ?? 0, underWay.get(line) ?? 0))
    }
    count(1)
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clock.clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        entry.over = now()
        count(-1)
        settle()
      }
      const abort = end(() => reject(signal?.reason))
      const timer = clock.setTimeout(
        end(() => (cut(number) ? reject(new TypeError('fetch failed')) : resolve(answer(url, body)))),
        latency(number, line)
      )
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
  const ogc = clientOf({ fetch } as never, { clock, random: options.random ?? (() => 0.5) })
  return Object.assign(server, { ogc })
}

/** So many jobs, all of which end at the same time. */
export function jobsThatEnd(count: number, at: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`j${i}`, at]))
}
