import { gzipSync } from 'node:zlib'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { afterAll, expect, test } from 'vitest'
import { explorerPages, picture } from './kit.ts'
import { startProvider, type TestProvider } from './oidc-provider.ts'

let provider: TestProvider
let ogc: MockServer
let cas: MockServer

const kit = explorerPages(async () => {
  provider = await startProvider()
  const mock = createOgcMock()
  // Only who has logged in may see the processes.
  const guarded = async (request: Request): Promise<Response> =>
    request.headers.get('Authorization') === `Bearer ${provider.token}`
      ? mock.handle(request)
      : Response.json({ type: 'about:blank', title: 'Log in first' }, { status: 401 })
  ogc = await serve({ handle: guarded, basePath: mock.basePath }, { cors: false })
  cas = await serveCas(createCasMock({ apiKeys: ['secret-key-1'] }), { cors: false })
  return { ogc: ogc.url, cas: cas.url }
})
afterAll(async () => {
  provider.close()
  await Promise.all([ogc.close(), cas.close()])
})

test('a key opens a service behind the proxy; it is in no address, and gone after a reload', async () => {
  const page = await kit.open(`?cas=${cas.url}#/attributes`)
  await page.getByText('You are not logged in').waitFor()
  await picture(page, 'sign-in-needed')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Key', { exact: true }).fill('secret-key-1')
  await picture(page, 'sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('You are signed in').waitFor()
  await page.getByRole('link', { name: 'Attributes' }).click()
  await page.getByRole('checkbox', { name: /precipitation/ }).waitFor()
  expect(page.url()).not.toContain('secret')
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain('secret')
  await page.reload()
  await page.getByText('You are not logged in').waitFor()
})

test('a login at a provider comes back to where the page was', async () => {
  const page = await kit.open(`?ogc=${ogc.url}#/servers`)
  await page.getByLabel(/How you sign in/).selectOption('oidc')
  await page.getByLabel('Address of the provider (issuer)').fill(provider.issuer)
  await page.getByLabel('Client id').fill('explorer')
  await page.getByRole('button', { name: 'Go to the login' }).click()
  await page.getByText('You are signed in').waitFor()
  expect(page.url()).not.toContain('code=')
  await page.getByRole('link', { name: 'Processes' }).click()
  await page.getByRole('link', { name: 'Prime numbers in a range' }).waitFor()
})

test('without a proxy the page says that the server does not allow it', async () => {
  const closed = await serve(createOgcMock(), { cors: false })
  const page = await kit.open(`?ogc=${closed.url}#/processes`)
  await page.getByText('does not allow this page to read the response (CORS)').waitFor()
  await page.getByText('Access-Control-Allow-Origin: *').waitFor()
  await picture(page, 'cors')
  await closed.close()
})

test('a server that allows it is asked directly; one that dies meanwhile is told as such, and comes back', async () => {
  const mock = createOgcMock()
  const first = await serve(mock)
  const page = await kit.open(`?ogc=${first.url}#/processes`)
  await page.getByRole('link', { name: 'Prime numbers in a range' }).waitFor()
  await first.close()
  await page.getByRole('link', { name: 'Prime numbers in a range' }).click()
  await page.getByText('does not answer. It may be down').waitFor()
  await picture(page, 'down')
  const again = await serve(mock, { port: first.port })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByLabel('From').waitFor()
  await again.close()
})

test('without network the demo works on, and the page says so', async () => {
  const page = await kit.open('?ogc=demo&cas=demo#/processes')
  await page.locator('html[data-prefetched]').waitFor()
  await page.context().setOffline(true)
  await page.getByText('There is no network.').waitFor()
  await page.getByRole('link', { name: 'Grid of a box' }).click()
  for (const [corner, value] of Object.entries({ West: '5', South: '45', East: '15', North: '55' })) {
    await page.getByLabel(corner).fill(value)
  }
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.locator('[data-drawn][aria-label^="Map: Cells"]').waitFor()
  await picture(page, 'offline')
})

test('the first load is small, and a process as well', async () => {
  const page = await kit.open()
  const urls: string[] = []
  page.on('response', (response) => {
    // The maps come when the page is at rest, or when one is seen.
    if (response.ok() && !/map-|countries|features-view|attributes-page/.test(response.url())) urls.push(response.url())
  })
  await page.goto(new URL('?ogc=demo#/processes/primes_between', kit.url).href)
  await page.getByLabel('From').waitFor()
  // The browser forgets bodies, so that they are asked for again.
  const bodies = urls.map(async (url) => gzipSync(await (await page.request.get(url)).body()).length)
  const sizes = await Promise.all(bodies)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(sizes.length).toBeGreaterThan(3)
  expect(total).toBeLessThan(350_000)
})

test('it fits a phone, in the dark, and by the keyboard alone', async () => {
  const page = await kit.open('?ogc=demo&cas=demo#/processes/daylight', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark'
  })
  await page.getByLabel('First day').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await picture(page, 'phone-form')
  await page.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.chart svg').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await picture(page, 'phone-chart')
})
