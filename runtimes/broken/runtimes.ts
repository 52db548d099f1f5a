import { join } from 'node:path'
import { bundle } from '../../release/rehearsal/bundle.ts'
import { askWorker, type Command, onBun, onDeno, onNode } from '../../release/rehearsal/launch.ts'
import { run } from '../../release/rehearsal/run.ts'
import { chromium } from '../../release/rehearsal/tools.ts'
import type { Outcomes } from './run.ts'

export interface Runtime {
  readonly name: string
  readonly run: (folder: string, serverUrl: string, keys: readonly string[]) => Promise<Outcomes>
}

const here = import.meta.dirname
const limit = 180_000

export const runtimes: readonly Runtime[] = [
  onCommand('Node 22', onNode('22')),
  onCommand('Node 24', onNode('24')),
  onCommand('Bun', onBun),
  onCommand('Deno', onDeno),
  { name: 'workerd', run: inWorker },
  { name: 'Chromium', run: inChromium }
]

/** Bundles what each kind of runtime loads. */
export async function bundlePrograms(folder: string): Promise<void> {
  for (const name of ['main', 'worker', 'page']) await bundle(here, `${name}.ts`, join(folder, `${name}.js`))
}

function onCommand(name: string, command: Command): Runtime {
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
  return JSON.parse(await askWorker(join(folder, 'worker.js'), { serverUrl, run: 'workerd', keys }))
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
