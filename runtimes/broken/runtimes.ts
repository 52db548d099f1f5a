import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from '../../release/rehearsal/bundle.ts'
import { askWorker, type Command, onBun, onDeno, onNode } from '../../release/rehearsal/launch.ts'
import { run } from '../../release/rehearsal/run.ts'
import { chromium, debian } from '../../release/rehearsal/tools.ts'
import { installedFirefox, withFirefox } from './firefox.ts'

export interface Runtime {
  readonly name: string
  /** Runs `runCases` of the programs in `folder`. */
  readonly run: <T>(folder: string, serverUrl: string, keys: readonly string[], limit?: number) => Promise<T>
  /** Path of its program. Rejects if it is not installed and cannot be installed. A runtime without this is always available. */
  readonly find?: () => Promise<string>
}

const here = import.meta.dirname
/** Milliseconds for all cases of one run, unless it says otherwise. */
const usualLimit = 180_000

export const runtimes: readonly Runtime[] = [
  onCommand('Node 22', onNode('22')),
  onCommand('Node 24', onNode('24')),
  onCommand('Bun', onBun),
  onCommand('Deno', onDeno),
  { name: 'workerd', run: inWorker },
  { name: 'Chromium', run: inChromium },
  { name: 'Firefox', run: inFirefox, find: firefox }
]

/** Bundles what each kind of runtime loads: programs by these names in a folder. */
export async function bundlePrograms(
  folder: string,
  from: string = here,
  names: readonly string[] = ['main', 'worker', 'page']
): Promise<void> {
  for (const name of names) await bundle(from, `${name}.ts`, join(folder, `${name}.js`))
}

function onCommand(name: string, command: Command): Runtime {
  return {
    name,
    async run<T>(folder: string, serverUrl: string, keys: readonly string[], limit = usualLimit): Promise<T> {
      const [program, ...args] = command()
      const all = [...args, join(folder, 'main.js'), serverUrl, slug(name), keys.join(',')]
      return JSON.parse(await run(program, all, { cwd: folder, timeout: limit }))
    }
  }
}

async function inWorker<T>(folder: string, serverUrl: string, keys: readonly string[]): Promise<T> {
  return JSON.parse(await askWorker(join(folder, 'worker.js'), { serverUrl, run: 'workerd', keys }))
}

async function inChromium<T>(
  folder: string,
  serverUrl: string,
  keys: readonly string[],
  limit = usualLimit
): Promise<T> {
  const executablePath = await chromium()
  const playwright = await import('playwright')
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const late = setTimeout(() => void browser.close(), limit)
  try {
    const page = await browser.newPage()
    await page.goto(pageOf(serverUrl))
    await page.addScriptTag({ path: join(folder, 'page.js'), type: 'module' })
    await page.waitForFunction('"runCases" in globalThis')
    return await page.evaluate(callOf(serverUrl, 'chromium', keys))
  } finally {
    clearTimeout(late)
    await browser.close()
  }
}

async function firefox(): Promise<string> {
  return installedFirefox(process.env) ?? debian('firefox-esr')
}

async function inFirefox<T>(
  folder: string,
  serverUrl: string,
  keys: readonly string[],
  limit = usualLimit
): Promise<T> {
  const executable = await firefox()
  const source = await readFile(join(folder, 'page.js'), 'utf8')
  return withFirefox(executable, limit, async (page) => {
    await page.goto(pageOf(serverUrl))
    await page.evaluate(
      `import(URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' })))`
    )
    return (await page.evaluate(callOf(serverUrl, 'firefox', keys))) as T
  })
}

/** The host name differs from that of the server, so that the page has another origin. */
const pageOf = (serverUrl: string): string => serverUrl.replace('127.0.0.1', 'localhost')

const callOf = (...args: readonly unknown[]): string => `runCases(${args.map((arg) => JSON.stringify(arg)).join(', ')})`

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-')
