import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { CasClient } from './cas-client.ts'
import type { CasClientConfig } from './options.ts'

const secret = 's3cret'
const shown = {
  maxBodyBytes: 9,
  trustedOrigins: ['https://files.example'],
  baseUrl: 'https://h/base',
  timeout: 5,
  retry: { limit: 1, maxDelay: 9 }
} as const

function client(): CasClient {
  return new CasClient({
    ...shown,
    apiKey: secret,
    headers: { 'X-Token': secret },
    fetch: async () => new Response(secret),
    use: [(next) => next]
  })
}

/** Every way in which a configuration is carried elsewhere. */
const carried: Readonly<Record<string, (config: CasClientConfig) => CasClientConfig>> = {
  itself: (config) => config,
  spread: (config) => ({ ...config }),
  assigned: (config) => Object.assign({}, config),
  'entries and back': (config) => Object.fromEntries(Object.entries(config)) as unknown as CasClientConfig,
  JSON: (config) => JSON.parse(JSON.stringify(config)) as CasClientConfig,
  structuredClone: (config) => structuredClone(config),
  'property descriptors': (config) => Object.create(null, Object.getOwnPropertyDescriptors(config)) as CasClientConfig
}

test.each(Object.entries(carried))('%s carries all settings, no secret, and makes a second client', (_name, carry) => {
  const config = carry(client().config)
  expect({ ...config }).toEqual(shown)
  expect(inspect(config, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
  const second = new CasClient(config)
  expect(second.config).toEqual(shown)
})

test('nothing of it can be changed, and what the caller changes is not seen', () => {
  const retry = { limit: 1 }
  const { config } = new CasClient({ baseUrl: 'https://h', retry })
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
  const first = new CasClient({ baseUrl: 'https://h' })
  const second = new CasClient({ ...first.config, fetch: async () => Response.json({ conformsTo: [], status: 'ok' }) })
  first.close()
  await expect(second.health()).resolves.toBeDefined()
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
