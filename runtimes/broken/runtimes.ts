import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { bundle } from '../../release/rehearsal/bundle.ts'
import { run } from '../../release/rehearsal/run.ts'
import { chromium, node, tool } from '../../release/rehearsal/tools.ts'
import type { Outcomes } from './run.ts'

export interface Runtime {
  readonly name: string
  readonly run: (folder: string, serverUrl: string, keys: readonly string[]) => Promise<Outcomes>
}

const here = import.meta.dirname
const limit = 180_000
const deno = ['run', '--quiet', '--allow-net', '--allow-env', '--allow-read'] as const

export const runtimes: readonly Runtime[] = [
  onCommand('Node 22', () => [node('22')]),
  onCommand('Node 24', () => [node('24')]),
  onCommand('Bun', () => [tool('bun', 'bin', 'bun.exe')]),
  onCommand('Deno', () => [tool('@deno', `${process.platform}-${process.arch}-glibc`, 'deno'), ...deno]),
  { name: 'workerd', run: inWorker },
  { name: 'Chromium', run: inChromium }
]

/** Bundles what each kind of runtime loads. */
export async function bundlePrograms(folder: string): Promise<void> {
  for (const name of ['main', 'worker', 'page']) await bundle(here, `${name}.ts`, join(folder, `${name}.js`))
}

function onCommand(name: string, command: () => [string, ...string[]]): Runtime {
  return {
    name,
    async run(folder, serverUrl, keys) {
      const [program, ...args] = command()
      const all = [...args, join(folder, 'main.js'), serverUrl, slug(name), keys.join(',')]
      return JSON.parse(await run(program, all, { cwd: folder, timeout: limit }))
    }
  }
}

async function inWorker(folder: string, serverUrl: string, keys: readonly string[]): Promise<Outcomes> {
  const { Miniflare } = await import(tool('miniflare', 'dist', 'src', 'index.js'))
  const script = await readFile(join(folder, 'worker.js'), 'utf8')
  const worker = new Miniflare({
    ...{ modules: true, script, compatibilityDate: '2026-01-01' },
    // Whatever goes wrong on the wire, workerd writes to its log.
    handleRuntimeStdio: (...streams: Readable[]) => streams.map((stream) => stream.resume())
  })
  try {
    const body = JSON.stringify({ serverUrl, run: 'workerd', keys })
    const answer = await worker.dispatchFetch('http://worker.test/', { method: 'POST', body })
    return (await answer.json()) as Outcomes
  } finally {
    await worker.dispose()
  }
}

async function inChromium(folder: string, serverUrl: string, keys: readonly string[]): Promise<Outcomes> {
  const executablePath = await chromium()
  const playwright = await import('playwright')
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const late = setTimeout(() => void browser.close(), limit)
  try {
    const page = await browser.newPage()
    // Another host than the server's, so that the page is of another origin.
    await page.goto(serverUrl.replace('127.0.0.1', 'localhost'))
    await page.addScriptTag({ path: join(folder, 'page.js'), type: 'module' })
    await page.waitForFunction('"runCases" in globalThis')
    const args = ['chromium', keys].map((arg) => JSON.stringify(arg)).join(', ')
    return await page.evaluate(`runCases(${JSON.stringify(serverUrl)}, ${args})`)
  } finally {
    clearTimeout(late)
    await browser.close()
  }
}

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-')
