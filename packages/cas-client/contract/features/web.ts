import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import { type CasContext, failureOf } from '../context.ts'
import { bern, tooDeep } from '../places.ts'

const origin = 'https://app.example'
const datasetIds = ['demo_terrain:elevation']

const cors = ({ headers }: Response): (string | null)[] =>
  ['Allow-Origin', 'Allow-Credentials', 'Expose-Headers'].map((name) => headers.get(`Access-Control-${name}`))

export const web: Area<CasContext> = {
  title: 'Headers and browsers',
  features: [
    {
      id: 'web.request-id',
      title: 'Every response has a request id; an id from the client is ignored',
      run: async ({ ask }) => {
        for (const path of ['/health', '/api/v1/providers', '/api/v1/providers?limit=0', '/api/v1/providers/nope']) {
          const { headers } = await ask({ path, headers: { 'X-Request-ID': 'mine' } })
          match(headers.get('X-Request-ID') ?? '', /^[0-9a-f]{12}$/)
        }
      }
    },
    {
      id: 'web.request-id-success',
      title: 'An extraction has different request ids in its body and its header',
      run: async ({ cas }) => {
        const body = { geometry: bern, dataset_ids: datasetIds }
        const { data, response } = await cas.api.POST('/api/v1/extract', { body })
        match(data?.request_id ?? '', /^[0-9a-f]{12}$/)
        notEqual(response.headers.get('X-Request-ID'), data?.request_id)
      }
    },
    {
      id: 'web.request-id-failure',
      title: 'An error has the same request id in its body and its header',
      run: async ({ ask }) => {
        const answer = await ask({ path: '/api/v1/providers?limit=0' })
        const body = (await answer.json()) as { error: { request_id: string } }
        equal(body.error.request_id, answer.headers.get('X-Request-ID'))
      }
    },
    {
      id: 'web.cors',
      title: 'Pages of any origin may send requests, even with cookies, but may read no headers',
      run: async ({ ask }) => {
        const headers = { Origin: origin, Cookie: 'a=b' }
        deepEqual(cors(await ask({ path: '/api/v1/providers', headers })), [origin, 'true', null])
        deepEqual(cors(await ask({ path: '/api/v1/providers?limit=0', headers })), [origin, 'true', null])
      }
    },
    {
      id: 'web.preflight',
      title: 'A preflight allows a key and JSON, without a key of its own',
      run: async ({ ask }) => {
        const headers = {
          ...{ Origin: origin, 'X-API-Key': '', 'Access-Control-Request-Method': 'POST' },
          'Access-Control-Request-Headers': 'content-type,x-api-key'
        }
        const answer = await ask({ path: '/api/v1/extract', method: 'OPTIONS', headers })
        equal(answer.status, 200)
        equal(answer.headers.get('Access-Control-Allow-Origin'), origin)
        match(answer.headers.get('Access-Control-Allow-Methods') ?? '', /\bPOST\b/)
        equal(answer.headers.get('Access-Control-Allow-Headers'), 'content-type,x-api-key')
        equal(answer.headers.get('X-Request-ID'), null)
      }
    },
    {
      id: 'web.cors-internal',
      title: 'An internal error has no CORS headers, so a page sees a broken connection',
      run: async ({ ask }) => {
        const body = `{"geometry": ${tooDeep}, "dataset_ids": ["demo_terrain:slope"]}`
        const headers = { Origin: origin, 'Content-Type': 'application/json' }
        const answer = await ask({ path: '/api/v1/extract', method: 'POST', headers, body })
        deepEqual([answer.status, ...cors(answer)], [500, null, null, null])
      }
    },
    {
      id: 'web.redirect',
      title: 'A trailing slash gives a 307 to the URL without it, on the same origin',
      run: async ({ ask, server }) => {
        const answer = await ask({ path: '/api/v1/providers/?limit=1' })
        equal(answer.status, 307)
        const { href } = new URL(answer.headers.get('Location') ?? '', server.baseUrl)
        equal(href, `${server.baseUrl}/api/v1/providers?limit=1`)
      }
    },
    {
      id: 'web.base-path',
      title: 'A wrong base URL gives an error 404',
      run: async ({ client, server }) => {
        const outside = client({ apiKey: server.apiKey, baseUrl: `${server.baseUrl}/api` })
        deepEqual((await failureOf(outside.datasets())).status, 404)
      }
    }
  ]
}
