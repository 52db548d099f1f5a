import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { titleOf } from './browser.ts'
import { bundle } from './bundle.ts'
import { type Corner, clientKeys } from './corner.ts'
import { run } from './run.ts'
import { tool } from './tools.ts'

const page = ['page.ts', 'index.html']

export const pages: readonly Corner[] = [
  { name: 'Chromium, bundled by esbuild', files: page, facts: bundledByEsbuild },
  { name: 'Chromium, bundled by Vite', files: page, facts: bundledByVite },
  {
    name: 'Chromium, with the mock in a service worker',
    only: clientKeys,
    dependencies: { msw: '3.0.5', '@cfworker/json-schema': '4.1.1' },
    files: ['page-with-mock.ts', 'index.html'],
    facts: withServiceWorker
  }
]

async function bundledByEsbuild(project: string, baseUrl: string): Promise<string> {
  return titleOf(await site(project, 'page.ts'), baseUrl)
}

async function bundledByVite(project: string, baseUrl: string): Promise<string> {
  const args = [tool('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error', '--target', 'es2022']
  await run(process.execPath, [...args, '--outDir', 'site'], { cwd: project })
  return titleOf(join(project, 'site'), baseUrl)
}

async function withServiceWorker(project: string): Promise<string> {
  const folder = await site(project, 'page-with-mock.ts')
  const script = await readFile(join(project, 'node_modules', 'msw', 'lib', 'mockServiceWorker.js'))
  await writeFile(join(folder, 'mockServiceWorker.js'), script)
  return titleOf(folder, '')
}

/** A folder with a page and its bundled program. */
async function site(project: string, program: string): Promise<string> {
  await bundle(project, program, 'dist/page.js')
  const html = await readFile(join(project, 'index.html'), 'utf8')
  await writeFile(join(project, 'dist', 'index.html'), html.replace('page.ts', 'page.js'))
  return join(project, 'dist')
}
