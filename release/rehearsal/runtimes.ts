import { join } from 'node:path'
import { bundle } from './bundle.ts'
import type { Corner } from './corner.ts'
import { askWorker, type Command, onBun, onDeno, onNode } from './launch.ts'
import { run } from './run.ts'

const majors = ['22', '24', '26'] as const

export const runtimes: readonly Corner[] = [
  ...majors.map((major) => onRuntime(`Node ${major}`, 'main.ts', onNode(major))),
  ...majors.map((major) => ({
    ...onRuntime(`Node ${major}, every entry`, 'entries.ts', onNode(major)),
    dependencies: { '@cfworker/json-schema': '4.1.1', yaml: '2.9.1' }
  })),
  onRuntime('Bun', 'main.ts', onBun),
  onRuntime('Deno', 'main.ts', onDeno),
  { name: 'workerd', files: ['worker.ts'], facts: inWorker }
]

function onRuntime(name: string, program: string, command: Command): Corner {
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
  return askWorker(join(project, 'worker.js'), { baseUrl })
}
