import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isFeaturesError } from '../errors/features-error.ts'
import { createFeaturesClient, loadConfig, saveConfig } from './index.ts'

const secret = 'hunter2'
const baseUrl = 'https://features.example'

async function homeWith(text?: string): Promise<{ HOME: string }> {
  const home = await mkdtemp(join(tmpdir(), 'geoclients-features-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  if (text !== undefined) {
    await mkdir(join(home, '.features'))
    await writeFile(join(home, '.features', 'config'), text, { mode: 0o600 })
  }
  return { HOME: home }
}

/** The address and the credentials of the request that a client with such options sends. */
async function sent(options: Parameters<typeof createFeaturesClient>[0]): Promise<[string, string | null]> {
  let seen: Request | undefined
  const fetch: typeof globalThis.fetch = async (input, init) => {
    seen = new Request(input, init)
    return Response.json({ links: [] })
  }
  using features = await createFeaturesClient({ ...options, fetch })
  expect(inspect(features, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
  await features.getLandingPage()
  return [seen?.url ?? '', seen?.headers.get('Authorization') ?? null]
}

test('settings come from the file, the environment over it, and options over both', async () => {
  const env = await homeWith(`base_url: ${baseUrl}\naccess_token: ${secret}`)
  expect(await sent({ env })).toEqual([`${baseUrl}/`, `Bearer ${secret}`])
  const both = { ...env, FEATURES_ACCESS_TOKEN: 'fresh' }
  expect(await sent({ env: both })).toEqual([`${baseUrl}/`, 'Bearer fresh'])
  expect(await sent({ env: both, accessToken: 'mine' })).toEqual([`${baseUrl}/`, 'Bearer mine'])
  expect(await sent({ env, auth: () => ({ 'X-T': 'k' }) })).toEqual([`${baseUrl}/`, null])
})

test('what is saved is loaded, without a visible token', async () => {
  const env = await homeWith()
  const path = await saveConfig({ baseUrl, accessToken: secret }, { env, secrets: true })
  expect(path).toBe(join(env.HOME, '.features', 'config'))
  const config = await loadConfig({ env })
  expect(config).toEqual({ baseUrl })
  expect(await sent({ config })).toEqual([`${baseUrl}/`, `Bearer ${secret}`])
})

test('onWarning receives the warnings of the client too', async () => {
  const onWarning = vi.fn()
  const fetch = async (): Promise<Response> => Response.json({ collections: [{ id: '' }], links: [] })
  using features = await createFeaturesClient({ config: { baseUrl }, onWarning, fetch })
  await features.getCollections()
  expect(onWarning).toHaveBeenCalledWith(expect.stringContaining('left out a collection without an id'))
})

test.each([
  [undefined, 'config', 'base_url is missing, the address of the service: expected base_url in ~/.features/config'],
  ['base_urll: h', 'config', 'did you mean "base_url"?'],
  [`base_url: ${baseUrl}?access_token=${secret}`, 'config', 'base_url must be an absolute http(s) URL without query']
])('the file %j is refused', async (text, code, message) => {
  const env = await homeWith(text)
  const error: unknown = await createFeaturesClient({ env }).catch((reason: unknown) => reason)
  expect(isFeaturesError(error)).toBe(true)
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) })
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain(secret)
})
