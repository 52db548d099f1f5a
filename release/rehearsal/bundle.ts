import { run } from './run.ts'
import { tool } from './tools.ts'

/** Bundles a program of a project with esbuild. */
export async function bundle(project: string, entry: string, out: string): Promise<void> {
  const args = [entry, '--bundle', '--format=esm', '--target=es2022', `--outfile=${out}`, '--log-level=error']
  await run(tool('esbuild', 'bin', 'esbuild'), args, { cwd: project })
}
