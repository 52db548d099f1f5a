import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright'
import { chromium } from '../../../release/rehearsal/tools.ts'
import { type ServedExplorer, type ServeOptions, serveExplorer } from '../serve/serve.ts'

export type { Page } from 'playwright'

const folder = join(import.meta.dirname, '..', 'dist')

export interface Kit {
  readonly browser: Browser
  readonly site: ServedExplorer
  /** Opens the page at an address of it; what goes wrong in it fails the test through `faults`. */
  open(address?: string, options?: BrowserContextOptions): Promise<Page>
  /** Errors of scripts and of the console, such as a breach of the Content Security Policy. */
  readonly faults: string[]
  close(): Promise<void>
}

/** A server that refuses or is down is told by the browser as well; the page tells it in its own words. */
const isOfServer = /^Failed to load resource|blocked by CORS policy/

/** The built page on this machine, in a real Chromium. */
export async function openKit(options: Omit<ServeOptions, 'folder'> = {}): Promise<Kit> {
  if (!existsSync(folder)) throw new Error('The page is not built: npm run build --workspace apps/explorer')
  const site = await serveExplorer({ folder, ...options })
  const browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  const faults: string[] = []
  const open = async (address = '', context: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, ...context })).newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isOfServer.test(message.text())) faults.push(message.text())
    })
    await page.goto(new URL(address, site.url).href)
    return page
  }
  return {
    browser,
    site,
    open,
    faults,
    close: async () => {
      await browser.close()
      await site.close()
    }
  }
}

/** Keeps a picture of the page, where `PICTURES` names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const { PICTURES } = process.env
  if (!PICTURES) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** What axe finds wrong with the page, by rule and element. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  )
}
