import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { chromium } from '../../../release/rehearsal/tools.ts'
import type { ServedExplorer } from '../serve/serve.ts'

export type { Page } from 'playwright'

export interface Pages {
  /** The address of the site. */
  readonly url: string
  /** Opens a page of the site. The test fails if the page has an error, or if axe finds something at the end. */
  open(address?: string, options?: BrowserContextOptions): Promise<Page>
}

/** The browser also logs a server that refuses or is down. The page reports these in its own words. */
const isOfServer = /^Failed to load resource|blocked by CORS policy/

/** Pages of a site in a real Chromium, for the tests of a file: `start` serves the site before them. */
export function servedPages(start: () => Promise<ServedExplorer>): Pages {
  let site: ServedExplorer
  let browser: Browser
  const opened: Page[] = []
  const faults: string[] = []
  beforeAll(async () => {
    site = await start()
    browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  })
  afterEach(async () => {
    const found = await Promise.all(opened.splice(0).map(closed))
    expect(found.flat()).toEqual([])
    expect(faults.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const open = async (address = '', context: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1024, height: 768 }, ...context })).newPage()
    opened.push(page)
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isOfServer.test(message.text())) faults.push(message.text())
    })
    await page.goto(new URL(address, site.url).href)
    return page
  }
  return {
    open,
    get url() {
      return site.url
    }
  }
}

async function closed(page: Page): Promise<string[]> {
  const found = await violations(page)
  await page.context().close()
  return found
}

/** Saves a picture of the page, if `PICTURES` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const { PICTURES } = process.env
  if (!PICTURES) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** The problems that axe finds on the page, by rule and element. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  )
}
