import { join } from 'node:path'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { type Browser, chromium as playwright } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium } from '../../release/rehearsal/tools.ts'
import { serveFolder } from './static-server.ts'

let browser: Browser
const folder = await serveFolder()

beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
}, 300_000) // where no Chromium is installed, one is fetched
afterAll(async () => {
  await browser.close()
  folder.server.close()
})

/** What the page says after a click on Run. */
async function outcome(baseUrl: string, pictures?: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 800, height: 260 } })
  await page.goto(`${folder.url}/index.html?ogc=${encodeURIComponent(baseUrl)}`)
  await page.getByRole('button').click()
  const output = page.locator('output')
  await output.filter({ hasNotText: '…' }).filter({ hasText: /./ }).waitFor()
  if (pictures) await page.screenshot({ path: join(pictures, 'web-import-map.png') })
  return output.innerText()
}

test('a page without a bundler runs a process on a service of another origin', async () => {
  const service = await serve(createOgcMock())
  try {
    expect(await outcome(service.url, process.env.PICTURES)).toBe('11, 13, 17, 19, 23, 29')
  } finally {
    await service.close()
  }
})

test('a service that does not allow the page is named as a likely case of CORS', async () => {
  const service = await serve(createOgcMock(), { cors: false })
  try {
    expect(await outcome(service.url)).toMatch(
      /failed: Failed to fetch\. If the server is up, it probably does not allow requests from http:\/\/localhost:\d+ \(CORS\): see docs\/web\.md$/
    )
  } finally {
    await service.close()
  }
})
