import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import { type CasError, isCasError } from '../errors/cas-error.ts'
import { loadConfig, saveConfig } from './config.ts'
import { type CreateCasClientOptions, createCasClient } from './create-cas-client.ts'

const secret = 'hunter2'

async function homeWith(text: string, mode = 0o600): Promise<Record<string, string> & { HOME: string }> {
  const home = await mkdtemp(join(tmpdir(), 'geoclients-cas-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  await mkdir(join(home, '.cas'))
  await writeFile(join(home, '.cas', 'config'), text, { mode })
  return { HOME: home }
}

/** Address and key of the request that a client made with such options sends. */
async function sent(options: CreateCasClientOptions): Promise<[string, string | null]> {
  let seen: Request | undefined
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    seen = new Request(input, init)
    return Response.json({ status: 'ok' })
  }
  const cas = await createCasClient({ ...options, fetch })
  expect(cas).toBeInstanceOf(CasClient)
  expect(inspect(cas, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
  await cas.health()
  return [seen?.url ?? '', seen?.headers.get('X-API-Key') ?? null]
}

async function refusal(options: unknown): Promise<CasError> {
  const error: unknown = await createCasClient(options as CreateCasClientOptions).catch((reason: unknown) => reason)
  if (!isCasError(error)) throw new Error('expected a CasError', { cause: error })
  return error
}

const file = `base_url: https://file/cas\napi_key: ${secret}\n`

test('the environment wins over the file, options over both', async () => {
  const env = await homeWith(file)
  expect(await sent({ env })).toEqual(['https://file/cas/health', secret])
  const both = { ...env, CAS_BASE_URL: 'https://env', CAS_API_KEY: 'env' }
  expect(await sent({ env: both })).toEqual(['https://env/health', 'env'])
  expect(await sent({ env: both, apiKey: 'arg', baseUrl: 'https://arg' })).toEqual(['https://arg/health', 'arg'])
  expect(await sent({ env, apiKey: async () => 'asked' })).toEqual(['https://file/cas/health', 'asked'])
})

test('the settings of the service itself are left alone', async () => {
  const env = { ...(await homeWith(file)), CAS_API_KEYS: 'a,b', CAS_AUTH_ENABLED: 'true', CAS_API_KEY: '' }
  expect(await sent({ env })).toEqual(['https://file/cas/health', secret])
})

test('JSON is read, too', async () => {
  expect(await sent({ env: await homeWith('{"base_url": "https://file"}') })).toEqual(['https://file/health', null])
})

test('what is loaded has no key to be seen, and makes a client with it', async () => {
  const config = await loadConfig({ env: await homeWith(file) })
  expect(config).toEqual({ baseUrl: 'https://file/cas' })
  expect(await sent({ config })).toEqual(['https://file/cas/health', secret])
  expect(await sent({ config: { baseUrl: 'https://own', apiKey: 'own' } })).toEqual(['https://own/health', 'own'])
})

test('what is saved is found again', async () => {
  const env = await homeWith('# mine\nbase_url: https://old\n')
  const path = await saveConfig({ baseUrl: 'https://new', apiKey: secret }, { env })
  expect(await readFile(path, 'utf8')).toBe('# mine\nbase_url: https://new\n')
  await saveConfig({ baseUrl: 'https://new', apiKey: secret }, { env, secrets: true })
  expect(await readFile(path, 'utf8')).toBe(`# mine\nbase_url: https://new\napi_key: ${secret}\n`)
  expect(await sent({ env })).toEqual(['https://new/health', secret])
})

test('a key that others may read is a warning', async () => {
  const env = await homeWith(file, 0o644)
  const onWarning = vi.fn()
  await createCasClient({ env, onWarning })
  expect(onWarning.mock.calls).toEqual([
    [expect.stringContaining('/.cas/config contains a secret (api_key) and other users')]
  ])
})

test.each<[string, string]>([
  [
    'api_key: hunter2',
    'base_url is missing, the address of the service: expected base_url in ~/.cas/config, CAS_BASE_URL in the environment, or baseUrl as an argument'
  ],
  [
    'base_url: h',
    'HOME/.cas/config:1: base_url must be an absolute http(s) URL without query, fragment, user or password, got "h"'
  ],
  ['\napi_kye: hunter2', 'HOME/.cas/config:2: api_kye is unknown: did you mean "api_key"?'],
  [
    'api_key: [hunter2]',
    'HOME/.cas/config:1: api_key must be visible ASCII characters without spaces, got an array of 1'
  ],
  ['auth: {auth_type: none}', 'HOME/.cas/config:1: auth is unknown: expected one of base_url, api_key']
])('the file %j is refused', async (text, message) => {
  const env = await homeWith(text)
  const error = await refusal({ env })
  expect(error).toMatchObject({ code: 'config', name: 'CasError', message: message.replace('HOME', env.HOME) })
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain(secret)
})

test('an address that is missing is missed where it was looked for', async () => {
  const env = await homeWith('')
  const configPath = `${env.HOME}/.cas/config`
  await writeFile(`${configPath}.staging`, 'api_key: hunter2')
  expect((await refusal({ env, configPath, profile: 'staging' })).message).toContain(
    `expected base_url in ${configPath}.staging, CAS_BASE_URL`
  )
})

test.each<[unknown, string]>([
  [undefined, 'base_url is missing'],
  [null, 'options must be an object, got null'],
  [{ config: { baseUrl: 'https://h' }, apikey: 'k' }, 'options has an unknown member "apikey": did you mean "apiKey"?'],
  [{ config: { baseUrl: 'https://h' }, apiKey: '' }, 'apiKey must be a function or']
])('the options %o are refused', async (options, message) => {
  vi.stubEnv('HOME', '/nowhere')
  expect((await refusal(options)).message.startsWith(message)).toBe(true)
  vi.unstubAllEnvs()
})
