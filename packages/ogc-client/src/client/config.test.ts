import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { OgcClient } from './ogc-client.ts'
import type { OgcClientConfig } from './options.ts'

const secret = 's3cret'
const shown = {
  maxBodyBytes: 9,
  trustedOrigins: ['https://files.example'],
  baseUrl: 'https://h/base',
  timeout: 5,
  retry: { limit: 1, maxDelay: 9 },
  userName: 'ann',
  descriptionLifetime: 7
} as const

function client(): OgcClient {
  return new OgcClient({
    ...shown,
    accessToken: secret,
    headers: { 'X-Token': secret },
    fetch: async () => new Response(secret),
    use: [(next) => next]
  })
}

/** Every way in which a configuration is carried elsewhere. */
const carried: Readonly<Record<string, (config: OgcClientConfig) => OgcClientConfig>> = {
  itself: (config) => config,
  spread: (config) => ({ ...config }),
  assigned: (config) => Object.assign({}, config),
  'entries and back': (config) => Object.fromEntries(Object.entries(config)) as unknown as OgcClientConfig,
  JSON: (config) => JSON.parse(JSON.stringify(config)) as OgcClientConfig,
  structuredClone: (config) => structuredClone(config),
  'property descriptors': (config) => Object.create(null, Object.getOwnPropertyDescriptors(config)) as OgcClientConfig
}

test.each(Object.entries(carried))('%s carries all settings, no secret, and makes a second client', (_name, carry) => {
  const config = carry(client().config)
  expect({ ...config }).toEqual(shown)
  expect(inspect(config, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
  const second = new OgcClient(config)
  expect(second.config).toEqual(shown)
})

test('it makes a second client with other credentials, whose ever the first ones were', async () => {
  const auth = () => ({ 'X-Token': secret })
  expect(new OgcClient({ ...client().config, auth }).config.userName).toBe('ann')
  expect(new OgcClient({ ...client().config, accessToken: secret }).config.userName).toBe('ann')
})

test('nothing of it can be changed, and what the caller changes is not seen', () => {
  const retry = { limit: 1 }
  const { config } = new OgcClient({ baseUrl: 'https://h', retry })
  retry.limit = 99
  expect(config.retry).toEqual({ limit: 1 })
  expect(Reflect.set(config, 'baseUrl', 'https://evil')).toBe(false)
  expect(Reflect.set(config, 'headers', {})).toBe(false)
  expect(Reflect.set(config.retry as object, 'limit', 99)).toBe(false)
  expect(Reflect.deleteProperty(config, 'retry')).toBe(false)
  expect(Reflect.setPrototypeOf(config, { headers: {} })).toBe(false)
  expect(Reflect.ownKeys(config).sort()).toEqual(['baseUrl', 'retry'])
})

test('closing one client does not end another with the same configuration', async () => {
  const first = new OgcClient({ baseUrl: 'https://h' })
  const second = new OgcClient({ ...first.config, fetch: async () => Response.json({ conformsTo: [], status: 'ok' }) })
  first.close()
  await expect(second.getConformance()).resolves.toBeDefined()
})

test.each<(value: object) => string>([
  (value) => inspect(value, { showHidden: true, depth: null, getters: true }),
  (value) => JSON.stringify(value),
  (value) => String(value),
  (value) => JSON.stringify({ ...value }),
  (value) => JSON.stringify(Reflect.ownKeys(value).map((key) => String(Reflect.get(value, key))))
])('nothing that is printed of a client shows a secret', (print) => {
  expect(print(client())).not.toContain(secret)
})
