import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Step {
  readonly name?: string
  readonly run?: string
}

/** What a named step of the release workflow runs, so that what is rehearsed is what is done. */
export async function releaseStep(root: string, job: string, name: string): Promise<string> {
  const { jobs } = parse(await readFile(join(root, '.github', 'workflows', 'release.yml'), 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
  }
  const script = jobs[job]?.steps.find((step) => step.name === name)?.run
  if (script === undefined) throw new Error(`the job ${job} of release.yml has no step '${name}' that runs something`)
  return script
}
