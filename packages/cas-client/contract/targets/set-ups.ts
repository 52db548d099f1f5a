import { equal } from 'node:assert/strict'
import type { Deviation, Deviations } from '@geoclients/contract-core'
import { apiKey, basic, bearer } from '../../src/index.ts'
import { type CasContext, failureOf, hasStatus } from '../context.ts'
import { guarded } from '../features/access.ts'

type Table = Deviations<CasContext>['features']

const noKeys = {
  support: 'no',
  server: 'Needs no key, because `CAS_AUTH_ENABLED` is off.',
  client: 'Works with and without `apiKey`.'
} as const

const wrongKey = { 'X-API-Key': 'wrong' }

/** What is missing from a server that is open to everybody. */
export const withoutKeys: Table = {
  ...Object.fromEntries(
    Object.entries(guarded).map(([operation, call]): [string, Deviation<CasContext>] => [
      `access.${operation}`,
      {
        ...noKeys,
        symptom: /^the call succeeded$/,
        instead: async ({ client }) => {
          await call(client())
        }
      }
    ])
  ),
  'access.wrong-key': {
    ...noKeys,
    symptom: /^the call succeeded$/,
    instead: async ({ client }) => equal((await client({ apiKey: 'wrong' }).providers()).total, 5)
  },
  'access.other-places': {
    ...noKeys,
    symptom: /^the call succeeded$/,
    instead: async ({ client, server: { apiKey: key } }) => {
      for (const auth of [bearer(key), basic({ userName: key, password: '' }), apiKey({ key, query: 'api_key' })]) {
        equal((await client({ auth }).providers()).total, 5)
      }
    }
  },
  'access.changing-key': {
    ...noKeys,
    symptom: /^the call succeeded$/,
    instead: async ({ client }) => {
      const keys = ['one', 'two']
      const cas = client({ apiKey: () => keys.shift() ?? '' })
      for (let count = 0; count < 2; count += 1) equal((await cas.providers()).total, 5)
      equal(keys.length, 0)
    }
  },
  'access.before-query': {
    ...noKeys,
    symptom: /the status is 422, not 401\b/,
    instead: async ({ ask }) => hasStatus(await ask({ path: '/api/v1/providers?limit=0', headers: wrongKey }), 422)
  }
}

const noLimit: Deviation<CasContext> = {
  support: 'no',
  server: 'Does not limit requests, because `CAS_RATE_LIMIT_ENABLED` is off.',
  client: 'Sends requests as fast as you call it.',
  symptom: /^the call succeeded$/,
  instead: async ({ cas, server }) => {
    for (let count = 0; count <= server.requestsPerMinute; count += 1) await cas.providers({ limit: 1 })
  }
}

/** What is missing from a server without a rate limit. */
export const withoutLimit: Table = {
  ...Object.fromEntries(
    ['exceeded', 'in-browsers', 'own-window', 'before-key', 'health', 'route'].map((name) => [`rate.${name}`, noLimit])
  )
}

/** The same where a key is missed all the time. */
export const withoutLimitBehindKeys: Table = {
  ...withoutLimit,
  'rate.before-key': {
    ...noLimit,
    symptom: /one request too many is answered with 401\b/,
    instead: async ({ client, server }) => {
      const cas = client()
      for (let count = 0; count <= server.requestsPerMinute; count += 1) {
        equal((await failureOf(cas.datasets())).status, 401)
      }
    }
  }
}
