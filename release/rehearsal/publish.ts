import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type PublicPackage, publicPackages } from '../api/packages.ts'
import { checkOut, withoutProvenance } from './checkout.ts'
import type { Registry } from './registry.ts'
import { run } from './run.ts'
import { releaseStep } from './steps.ts'

const author = { GIT_AUTHOR_NAME: 'rehearsal', GIT_AUTHOR_EMAIL: 'rehearsal@localhost' } as const
const tagger = { GIT_COMMITTER_NAME: 'rehearsal', GIT_COMMITTER_EMAIL: 'rehearsal@localhost' } as const

/** What the CI says of itself. */
export const address = { server: 'https://forge.test', repository: 'owner/geoclients' } as const

/**
 * Does in a checkout what the release workflow does, by the text of its own steps: versions as a patch, which is committed on
 * a branch, checks the public surfaces of what was versioned, packs, publishes the tarballs from a folder where nothing else
 * is, and tags. The packages must have been built.
 *
 * Left out is what a local registry and a local repository cannot do: provenance, the rights of a run, and pull requests.
 */
export async function publishAll(root: string, checkout: string, registry: Registry): Promise<PublicPackage[]> {
  await checkOut(root, checkout)
  const temp = `${checkout}.release`
  const step = async (job: string, name: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> =>
    run('bash', ['-e', '-o', 'pipefail', '-c', await releaseStep(root, job, name)], { cwd, env })

  await step('check', 'version', checkout)
  await mkdir(temp)
  await rename(join(checkout, 'release-files', 'version.patch'), join(temp, 'version.patch'))
  await rm(join(checkout, 'release-files'), { recursive: true })
  await run('git', ['reset', '--quiet', '--hard'], { cwd: checkout })
  await step('pull-request', 'commit', checkout, { RUNNER_TEMP: temp, ...author, ...tagger })
  await run(process.execPath, [join(checkout, 'release', 'api-reports.ts'), '--check'], { cwd: checkout })

  await withoutProvenance(checkout)
  const ci = { GITHUB_SERVER_URL: address.server, GITHUB_REPOSITORY: address.repository }
  await step('check', 'pack', checkout, ci)
  await rename(join(checkout, 'release-files'), join(temp, 'release-files'))
  const output = join(temp, 'output')
  await step('publish', 'publish', temp, { ...registry.env, GITHUB_OUTPUT: output })
  const [, published] = (await readFile(output, 'utf8')).trimEnd().split('\n').at(-1)?.split('=') ?? []
  await pushTo(`${checkout}.git`, checkout)
  await step('tag', 'tag', checkout, { GH_TOKEN: 'rehearsal', PUBLISHED: published, ...tagger })
  return publicPackages(checkout)
}

async function pushTo(origin: string, checkout: string): Promise<void> {
  await run('git', ['init', '--quiet', '--bare', origin], { cwd: checkout })
  await run('git', ['remote', 'set-url', 'origin', origin], { cwd: checkout })
}

/** Says what of a release is not to be seen where it should be: its git tag, its dist-tag, its repository. */
export async function releaseProblem(
  checkout: string,
  { name, version, folder }: PublicPackage,
  registry: Registry
): Promise<string | undefined> {
  const { env } = registry
  const tags = await run('git', ['ls-remote', '--tags', 'origin', `${name}@${version}`], { cwd: checkout })
  const answer = await run('npm', ['view', `${name}@latest`, 'version', 'repository', '--json'], { cwd: checkout, env })
  const seen = JSON.parse(answer) as { version: string; repository?: { url: string; directory?: string } }
  const problems = [
    tags.trim() === '' ? 'its git tag was not pushed' : undefined,
    seen.version !== version ? `latest is ${seen.version}` : undefined,
    seen.repository?.directory !== folder ? `its repository names ${seen.repository?.directory}` : undefined,
    seen.repository?.url !== `git+${address.server}/${address.repository}.git`
      ? `its repository is ${seen.repository?.url}`
      : undefined
  ]
  return problems.filter((problem) => problem !== undefined).join(', ') || undefined
}
