import { join } from 'node:path'
import { type Browser, type Page, chromium as playwright } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium } from '../../release/rehearsal/tools.ts'
import { servePage } from './serve.ts'

let site: Awaited<ReturnType<typeof servePage>>
let browser: Browser
let page: Page
const faults: string[] = []

/** Takes a picture if `PICTURES` names a folder for it. */
async function picture(name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `web-form-${name}.png`) })
}

beforeAll(async () => {
  site = await servePage()
  browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 1000, height: 520 } })
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(site.url)
}, 300_000) // where no Chromium is installed, one is fetched

afterAll(async () => {
  await browser.close()
  await site.close()
})

test('a mistake is explained beside its input', async () => {
  await page.getByLabel('Zoom').fill('99')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByText('must be at most 24, not 99').waitFor()
  await picture('mistake')
})

test('a job is shown, a reload goes on with it, and its result is on the map', async () => {
  await page.getByLabel('Zoom').fill('1')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByText('running').waitFor()
  await page.reload()
  await page.getByText('running').waitFor()
  await picture('progress')
  await page.locator('figcaption', { hasText: '-180.0, 0.0, 0.0, 85.1' }).waitFor()
  await picture('map')
  expect(faults).toEqual([])
})
