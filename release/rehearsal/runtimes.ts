import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import type { Corner } from './corner.ts'
import { run } from './run.ts'
import { node, tool } from './tools.ts'

const majors = ['22', '24', '26'] as const
const deno = ['run', '--quiet', '--allow-net', '--allow-env', '--allow-read'] as const

export const runtimes: readonly Corner[] = [
  ...majors.map((major) => onRuntime(`Node ${major}`, 'main.ts', () => [node(major)])),
  ...majors.map((major) => ({
    ...onRuntime(`Node ${major}, every entry`, 'entries.ts', () => [node(major)]),
    dependencies: { '@cfworker/json-schema': '4.1.1' }
  })),
  onRuntime('Bun', 'main.ts', () => [tool('bun', 'bin', 'bun.exe')]),
  onRuntime('Deno', 'main.ts', () => [tool('@deno', `${process.platform}-${process.arch}-glibc`, 'deno'), ...deno]),
  { name: 'workerd', files: ['worker.ts'], facts: inWorker }
]

function onRuntime(name: string, program: string, command: () => [string, ...string[]]): Corner {
  return {
    name,
    files: [program],
    facts(project, baseUrl) {
      const [executable, ...args] = command()
      return run(executable, [...args, program, baseUrl], { cwd: project })
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
