import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import { apiKey, basic, bearer, type CasClient, type CasError } from '../../src/index.ts'
import { type CasContext, failureOf, hasStatus } from '../context.ts'
import { bern } from '../places.ts'

const datasetIds = ['demo_terrain:elevation']
const wrongKey = { 'X-API-Key': 'wrong' }

function isUnauthorized(error: CasError): void {
  deepEqual([error.code, error.status, error.errorType], ['http-status', 401, 'unauthorized'])
  match(error.requestId ?? '', /^[0-9a-f]{12}$/)
}

/** What a key is asked for, by operation. */
export const guarded: Readonly<Record<string, (cas: CasClient) => Promise<unknown>>> = {
  extract: (cas) => cas.extract({ geometry: bern, datasetIds }),
  batchExtract: (cas) => cas.batchExtract({ geometries: [bern], datasetIds }),
  providers: (cas) => cas.providers(),
  provider: (cas) => cas.provider('demo_soil'),
  datasets: (cas) => cas.datasets(),
  iterProviders: (cas) => cas.iterProviders().next(),
  iterDatasets: (cas) => cas.iterDatasets().next()
}

const needKeys = Object.entries(guarded).map(
  ([operation, call]): Feature<CasContext> => ({
    id: `access.${operation}`,
    title: `${operation} needs a key`,
    run: async ({ client, cas }) => {
      isUnauthorized(await failureOf(call(client())))
      await call(cas)
    }
  })
)

export const access: Area<CasContext> = {
  title: 'API keys',
  features: [
    ...needKeys,
    {
      id: 'access.health',
      title: 'health needs no key',
      run: async ({ client }) => equal((await client().health()).status, 'ok')
    },
    {
      id: 'access.wrong-key',
      title: 'A wrong key is refused, and not shown',
      run: async ({ client }) => {
        const error = await failureOf(client({ apiKey: 'wrong-secret' }).providers())
        isUnauthorized(error)
        ok(!JSON.stringify([error, error.message]).includes('wrong-secret'))
      }
    },
    {
      id: 'access.as-auth',
      title: 'The key from an `auth` function, in its header',
      run: async ({ client, server }) => {
        const auth = apiKey({ key: server.apiKey })
        equal((await client({ auth }).providers()).total, 5)
      }
    },
    {
      id: 'access.other-places',
      title: 'A key is accepted only in the header X-API-Key',
      run: async ({ client, server: { apiKey: key } }) => {
        for (const auth of [bearer(key), basic({ userName: key, password: '' }), apiKey({ key, query: 'api_key' })]) {
          isUnauthorized(await failureOf(client({ auth }).providers()))
        }
      }
    },
    {
      id: 'access.changing-key',
      title: 'A changing key is requested for each attempt, and once more if it is refused',
      run: async ({ client, server: { apiKey: right } }) => {
        const keys = [right, 'wrong', 'wrong', 'outdated', right]
        const cas = client({ apiKey: async () => keys.shift() ?? '' })
        equal((await cas.providers()).total, 5)
        isUnauthorized(await failureOf(cas.providers()))
        equal((await cas.providers()).total, 5)
        deepEqual(keys, [])
      }
    },
    {
      id: 'access.before-query',
      title: 'The key is checked before the query',
      run: async ({ ask }) => hasStatus(await ask({ path: '/api/v1/providers?limit=0', headers: wrongKey }), 401)
    },
    {
      id: 'access.after-json',
      title: 'Broken JSON is refused before the key is checked',
      run: async ({ ask }) => {
        const headers = { ...wrongKey, 'Content-Type': 'application/json' }
        hasStatus(await ask({ path: '/api/v1/extract', method: 'POST', headers, body: '{' }), 422)
      }
    },
    {
      id: 'access.after-route',
      title: 'An unknown route is a 404, even without a key',
      run: async ({ ask }) => hasStatus(await ask({ path: '/api/v1/nope', headers: wrongKey }), 404)
    }
  ]
}
