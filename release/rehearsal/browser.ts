import { chromium, tool } from './tools.ts'

/** Opens a page in Chromium and returns its title. `baseUrl` is in the query. */
export async function titleOf(folder: string, baseUrl: string): Promise<string> {
  const executablePath = await chromium()
  const playwright = await import(tool('playwright-core', 'index.mjs'))
  const { preview } = await import(tool('vite', 'dist', 'node', 'index.js'))
  const place = { configFile: false, root: folder, build: { outDir: '.' }, preview: { host: '127.0.0.1', port: 0 } }
  const site = await preview({ ...place, appType: 'mpa', logLevel: 'error' })
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error: Error) => complaints.push(error.message))
    await page.goto(`${site.resolvedUrls.local[0]}?baseUrl=${encodeURIComponent(baseUrl)}`)
    await page.waitForFunction("document.title !== 'running'", undefined, { timeout: 60_000 }).catch((cause: Error) => {
      throw new Error(`The page did not finish. ${complaints.join('\n')}`, { cause })
    })
    return await page.title()
  } finally {
    await browser.close()
    await site.close()
  }
}
