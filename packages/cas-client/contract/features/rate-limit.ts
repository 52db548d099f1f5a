import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import type { CasClient, CasError } from '../../src/index.ts'
import { type CasContext, failureOf, hasStatus } from '../context.ts'

/** Uses up what a caller may send. */
async function exhaust({ requestsPerMinute }: CasContext['server'], cas: CasClient): Promise<CasClient> {
  for (let count = 0; count < requestsPerMinute; count += 1) await cas.providers({ limit: 1 })
  return cas
}

function isRateLimited(error: CasError): void {
  deepEqual([error.code, error.status, error.errorType], ['http-status', 429, 'rate_limited'])
  const { retryAfter = 0 } = error
  ok(retryAfter >= 1_000 && retryAfter <= 60_000, `Retry-After is ${retryAfter} ms`)
  match(error.requestId ?? '', /^[0-9a-f]{12}$/)
}

export const rateLimit: Area<CasContext> = {
  title: 'Rate limit',
  features: [
    {
      id: 'rate.exceeded',
      title: 'More requests than allowed: 429 with Retry-After',
      run: async ({ cas, server }) => isRateLimited(await failureOf((await exhaust(server, cas)).providers()))
    },
    {
      id: 'rate.in-browsers',
      title: 'If no header can be read, as in a browser, the pause and the request id come from the body',
      run: async ({ cas, client, ask, server }) => {
        await exhaust(server, cas)
        const answer = await ask({ path: '/api/v1/providers' })
        const headers = { 'Content-Type': answer.headers.get('Content-Type') ?? '' }
        const unreadable = async (): Promise<Response> => new Response(answer.body, { status: answer.status, headers })
        isRateLimited(await failureOf(client({ apiKey: server.apiKey, fetch: unreadable }).providers()))
      }
    },
    {
      id: 'rate.own-window',
      title: 'Each key is counted separately',
      run: async ({ cas, client, server }) => {
        await exhaust(server, cas)
        isRateLimited(await failureOf(cas.providers()))
        equal((await failureOf(client({ apiKey: `${server.apiKey}-not` }).providers())).status, 401)
      }
    },
    {
      id: 'rate.before-key',
      title: 'Requests are counted before the key is checked',
      run: async ({ client, server: { requestsPerMinute } }) => {
        const cas = client()
        for (let count = 0; count < requestsPerMinute; count += 1) {
          equal((await failureOf(cas.datasets())).status, 401)
        }
        const { status } = await failureOf(cas.datasets())
        equal(status, 429, `one request too many is answered with ${status}`)
      }
    },
    {
      id: 'rate.health',
      title: 'health is not counted',
      run: async ({ cas, server }) => {
        isRateLimited(await failureOf((await exhaust(server, cas)).providers()))
        equal((await cas.health()).status, 'ok')
      }
    },
    {
      id: 'rate.route',
      title: 'Requests for unknown routes are not counted',
      run: async ({ cas, ask, server }) => {
        isRateLimited(await failureOf((await exhaust(server, cas)).providers()))
        hasStatus(await ask({ path: '/api/v1/nope' }), 404)
      }
    }
  ]
}
