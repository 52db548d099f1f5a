import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explorerPages } from './kit.ts'

/** The Authorization or key of each request for the list of processes. */
const sent: string[] = []
let guarded: MockServer

const kit = explorerPages()

beforeAll(async () => {
  const mock = createOgcMock()
  const accepted = new Set(['Bearer token-1', 'Bearer token-2', `Basic ${btoa('ann:word-1')}`, 'key-1'])
  const handle = async (request: Request): Promise<Response> => {
    if (request.url.endsWith('/token')) {
      const isRight = /password=word-1|client_secret=secret-1/.test(await request.text())
      return isRight || isClient(request)
        ? Response.json({ access_token: 'token-2', token_type: 'Bearer', expires_in: 3_600 })
        : Response.json({ error: 'invalid_grant' }, { status: 401 })
    }
    const credential = request.headers.get('Authorization') ?? request.headers.get('X-My-Key') ?? ''
    if (request.url.endsWith('/processes')) sent.push(credential)
    return accepted.has(credential)
      ? mock.handle(request)
      : Response.json({ type: 'about:blank', title: 'Log in first' }, { status: 401 })
  }
  guarded = await serve({ handle, basePath: mock.basePath })
})
afterAll(() => guarded.close())

const isClient = (request: Request): boolean =>
  request.headers.get('Authorization') === `Basic ${btoa('client-1:secret-1')}`

test.each([
  ['token', { Token: 'token-1' }, 'Bearer token-1'],
  ['key', { Key: 'key-1', Header: 'X-My-Key' }, 'key-1'],
  ['basic', { 'User name': 'ann', Password: 'word-1' }, `Basic ${btoa('ann:word-1')}`],
  [
    'form',
    { 'Address of the login or token service': 'token', 'User name': 'ann', Password: 'word-1' },
    'Bearer token-2'
  ],
  [
    'oauth2',
    { 'Address of the login or token service': 'token', 'Client id': 'client-1', 'Client secret': 'secret-1' },
    'Bearer token-2'
  ]
] as const)('a person signs in with: %s', async (kind, fields, expected) => {
  const page = await kit.open(`?ogc=${guarded.url}#/servers`)
  await page.getByLabel(/^How you sign in/).selectOption(kind)
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value === 'token' ? `${guarded.url}/token` : value)
  }
  sent.length = 0
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('You are signed in').waitFor()
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.getByRole('link', { name: 'Prime numbers in a range' }).waitFor()
  expect(sent.at(-1)).toBe(expected)
  expect(page.url()).not.toMatch(/word-1|secret-1|token-1|key-1/)
})

test('a wrong password is told, and a sign-in is kept in the tab only if asked', async () => {
  const page = await kit.open(`?ogc=${guarded.url}#/servers`)
  const signIn = async (password: string): Promise<void> => {
    await page.getByLabel(/^How you sign in/).selectOption('basic')
    await page.getByLabel('User name', { exact: true }).fill('ann')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByLabel('Keep it in this tab after a reload').check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('You are signed in').waitFor()
  }
  await signIn('wrong')
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.getByText('You are not logged in').waitFor()
  await page.getByRole('link', { name: 'Servers' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signIn('word-1')
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.reload()
  await page.getByRole('link', { name: 'Prime numbers in a range' }).waitFor()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('word-1')
})
