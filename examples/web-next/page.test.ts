import { join } from 'node:path'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { type Browser, type Page, chromium as playwright } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium } from '../../release/rehearsal/tools.ts'
import { type Site, serveSite } from './serve-site.ts'

let service: MockServer
let site: Site
let browser: Browser
let page: Page
const faults: string[] = []
const requested: string[] = []

beforeAll(async () => {
  service = await serve(createOgcMock(), { cors: false })
  site = await serveSite(service.url.replace(/\/$/, ''))
  browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 800, height: 360 } })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => requested.push(new URL(request.url()).pathname))
  await page.goto(site.url)
}, 600_000) // Next, and a Chromium where there is none, are installed first

afterAll(async () => {
  await browser.close()
  await site.close()
  await service.close()
})

test('the server component lists the processes, and the browser does not ask for them', async () => {
  await page.getByText('primes_between').waitFor()
  expect(requested).not.toContain('/ogc/processes')
})

test('the client component starts a job through the rewrite, and shows how it ends', async () => {
  await page.getByRole('button', { name: 'Start a job' }).click()
  await page.locator('output', { hasText: 'successful' }).waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'web-next.png') })
  expect(requested).toContain('/ogc/processes/sleep_a_while/execution')
  expect(faults).toEqual([])
})

test('a reload goes on with the job of the storage', async () => {
  await page.reload()
  await page.locator('output', { hasText: 'successful' }).waitFor()
  expect(faults).toEqual([])
})
