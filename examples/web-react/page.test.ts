import { join } from 'node:path'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { type Browser, type Page, chromium as playwright } from 'playwright'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium } from '../../release/rehearsal/tools.ts'

let service: MockServer
let site: PreviewServer
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  service = await serve(createOgcMock(), { cors: false })
  const root = import.meta.dirname
  await build({ root, logLevel: 'error' })
  const proxy = {
    '/ogc': {
      target: new URL(service.url).origin,
      rewrite: (path: string) => path.replace(/^\/ogc/, new URL(service.url).pathname.replace(/\/$/, ''))
    }
  }
  site = await preview({ root, logLevel: 'error', preview: { port: 0, host: '127.0.0.1', proxy } })
  browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 800, height: 360 } })
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(site.resolvedUrls?.local[0] ?? '')
}, 300_000) // where no Chromium is installed, one is fetched

afterAll(async () => {
  await browser.close()
  await site.close()
  await service.close()
})

test('the built page lists the processes, through a proxy on its own origin', async () => {
  await page.getByText('primes_between').waitFor()
  expect(faults).toEqual([])
})

test('it starts a job and shows how it ends', async () => {
  await page.getByRole('button', { name: 'Start a job' }).click()
  await page.locator('output', { hasText: 'successful' }).waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'web-react.png') })
  expect(faults).toEqual([])
})

test('a reload goes on with the job of the storage', async () => {
  await page.reload()
  await page.locator('output', { hasText: 'successful' }).waitFor()
  expect(faults).toEqual([])
})
