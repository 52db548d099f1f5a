import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium as playwright, type Response } from 'playwright'
import { serveExplorer } from '../apps/explorer/serve/serve.ts'
import { install } from '../release/rehearsal/install.ts'
import { run } from '../release/rehearsal/run.ts'
import { chromium } from '../release/rehearsal/tools.ts'
import type { Figure } from './figure.ts'

const folder = join(import.meta.dirname, '..', 'site', 'dist')
const lighthouse = join(import.meta.dirname, 'site', 'lighthouse')

/** Pages of the site, and their goals. */
const pages: readonly { name: string; path: string; largest?: string; latest?: string }[] = [
  { name: 'start page', path: '' },
  { name: 'guide', path: 'guide/jobs.html' },
  { name: 'playground', path: 'playground.html' },
  { name: 'explorer', path: 'explorer/index.html?ogc=demo#/processes', largest: 'under 350', latest: 'under 1000' }
]

/**
 * Runs Lighthouse on the built site, with a desktop screen and without a slowed network, and measures what a first visit loads.
 */
export async function measure(): Promise<Figure[]> {
  await install(lighthouse)
  const { url, close } = await serveExplorer({ folder })
  try {
    const figures: Figure[] = []
    for (const { name, path, largest, latest } of pages) {
      const { categories, audits } = await report(url + path)
      figures.push({ name: `${name}: first load, gzip`, value: await loaded(url + path), unit: 'kB', goal: largest })
      figures.push({
        name: `${name}: interactive`,
        value: Math.round(audits.interactive.numericValue),
        unit: 'ms',
        goal: latest
      })
      for (const { id, score } of Object.values(categories)) {
        figures.push({ name: `${name}: Lighthouse, ${id}`, value: Math.round((score ?? 0) * 100), unit: 'of 100' })
      }
    }
    return figures
  } finally {
    await close()
  }
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly id: string; readonly score: number | null }>>
  readonly audits: { readonly interactive: { readonly numericValue: number } }
}

async function report(address: string): Promise<Report> {
  const place = await mkdtemp(join(tmpdir(), 'lighthouse-'))
  const file = join(place, 'report.json')
  const cli = join(lighthouse, 'node_modules', 'lighthouse', 'cli', 'index.js')
  const flags = [
    '--quiet',
    '--preset=desktop',
    '--throttling-method=provided',
    '--output=json',
    `--output-path=${file}`
  ]
  const chrome = '--chrome-flags=--headless=new --no-sandbox'
  try {
    await run(process.execPath, [cli, address, ...flags, chrome], {
      cwd: lighthouse,
      env: { CHROME_PATH: await chromium() },
      timeout: 300_000
    })
    return JSON.parse(await readFile(file, 'utf8'))
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** The size of everything that is loaded until the page is ready, with gzip, in kB. */
async function loaded(address: string): Promise<number> {
  const browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const responses: Response[] = []
    page.on('response', (response) => void responses.push(response))
    await page.goto(address, { waitUntil: 'load' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const bodies = await Promise.all([...responses].map((response) => response.body()))
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
    return Math.round(bytes / 1000)
  } finally {
    await browser.close()
  }
}
