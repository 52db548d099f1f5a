import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium, tool } from './tools.ts'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Opens a page in Chromium and returns its title. `baseUrl` is in the query. */
export async function titleOf(folder: string, baseUrl: string): Promise<string> {
  const executablePath = await chromium()
  const playwright = await import(tool('playwright-core', 'index.mjs'))
  const site = await serveFolder(folder)
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error: Error) => complaints.push(error.message))
    await page.goto(`${site.url}/?baseUrl=${encodeURIComponent(baseUrl)}`)
    await page.waitForFunction("document.title !== 'running'", undefined, { timeout: 60_000 }).catch((cause: Error) => {
      throw new Error(`The page did not finish. ${complaints.join('\n')}`, { cause })
    })
    return await page.title()
  } finally {
    await browser.close()
    site.close()
  }
}

async function serveFolder(folder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    }
  }
}
