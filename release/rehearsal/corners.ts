import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { titleOf } from './browser.ts'
import { run } from './run.ts'
import { node, tool } from './tools.ts'

/** A place where a package must work as it does elsewhere. */
export interface Corner {
  readonly name: string
  /** Installed beside the package. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Only this package has it. */
  readonly only?: 'ogc' | 'cas'
  /** Out of `consumers/`. */
  readonly files: readonly string[]
  /** Gives the facts that the consumer's program printed, as JSON; undefined where it only compiles. */
  readonly facts: (project: string, baseUrl: string) => Promise<string | undefined>
}

const program = ['main.ts']
const page = ['page.ts', 'index.html']

export const corners: readonly Corner[] = [
  ...(['22', '24', '26'] as const).map((major) => onRuntime(`Node ${major}`, () => [node(major)])),
  onRuntime('Bun', () => [tool('bun', 'bin', 'bun.exe')]),
  onRuntime('Deno', () => [
    tool('@deno', `${process.platform}-${process.arch}-glibc`, 'deno'),
    'run',
    '--quiet',
    '--allow-net',
    '--allow-env',
    '--allow-read'
  ]),
  { name: 'workerd', files: ['worker.ts'], facts: inWorker },
  ...['5.6', '5.9', '6', '7'].flatMap((version) =>
    ['nodenext', 'bundler'].map((resolution) => compiled(version, resolution))
  ),
  { name: 'Chromium, bundled by esbuild', files: page, facts: bundledByEsbuild },
  { name: 'Chromium, bundled by Vite', files: page, facts: bundledByVite },
  {
    name: 'Chromium, with the mock in a service worker',
    only: 'ogc',
    dependencies: { msw: '3.0.5', '@cfworker/json-schema': '4.1.1' },
    files: ['page-with-mock.ts', 'index.html'],
    facts: withServiceWorker
  }
]

function onRuntime(name: string, command: () => [string, ...string[]]): Corner {
  return {
    name,
    files: program,
    facts(project, baseUrl) {
      const [executable, ...args] = command()
      return run(executable, [...args, 'main.ts', baseUrl], { cwd: project })
    }
  }
}

function compiled(version: string, resolution: string): Corner {
  const compilerOptions = {
    ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [], noEmit: true },
    ...{ module: resolution === 'bundler' ? 'preserve' : resolution, moduleResolution: resolution },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false }
  }
  return {
    name: `TypeScript ${version}, ${resolution}`,
    files: [],
    async facts(project) {
      await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
      await run(process.execPath, [tool(`typescript-${version}`, 'bin', 'tsc'), '-p', project], { cwd: project })
      return undefined
    }
  }
}

async function inWorker(project: string, baseUrl: string): Promise<string> {
  await bundle(project, 'worker.ts', 'worker.js')
  const { Miniflare } = await import(tool('miniflare', 'dist', 'src', 'index.js'))
  const script = await readFile(join(project, 'worker.js'), 'utf8')
  const worker = new Miniflare({ modules: true, script, bindings: { baseUrl }, compatibilityDate: '2026-01-01' })
  try {
    const answer = await worker.dispatchFetch('http://worker.test/')
    return await answer.text()
  } finally {
    await worker.dispose()
  }
}

async function bundledByEsbuild(project: string, baseUrl: string): Promise<string> {
  await bundle(project, 'page.ts', 'dist/page.js')
  const html = await readFile(join(project, 'index.html'), 'utf8')
  await writeFile(join(project, 'dist', 'index.html'), html.replace('page.ts', 'page.js'))
  return titleOf(join(project, 'dist'), baseUrl)
}

async function bundledByVite(project: string, baseUrl: string): Promise<string> {
  const args = [tool('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error', '--target', 'es2022']
  await run(process.execPath, [...args, '--outDir', 'site'], { cwd: project })
  return titleOf(join(project, 'site'), baseUrl)
}

async function withServiceWorker(project: string): Promise<string> {
  await bundle(project, 'page-with-mock.ts', 'dist/page.js')
  const html = await readFile(join(project, 'index.html'), 'utf8')
  await writeFile(join(project, 'dist', 'index.html'), html.replace('page.ts', 'page.js'))
  const msw = join(project, 'node_modules', 'msw')
  const script = await readFile(join(msw, 'lib', 'mockServiceWorker.js'))
  await writeFile(join(project, 'dist', 'mockServiceWorker.js'), script)
  return titleOf(join(project, 'dist'), '')
}

async function bundle(project: string, entry: string, out: string): Promise<void> {
  const args = [entry, '--bundle', '--format=esm', '--target=es2022', `--outfile=${out}`, '--log-level=error']
  await run(tool('esbuild', 'bin', 'esbuild'), args, { cwd: project })
}
