import { join } from 'node:path'
import { type PublicPackage, publicPackages } from '../api/packages.ts'
import { checkOut, commit, withoutProvenance } from './checkout.ts'
import type { Registry } from './registry.ts'
import { run } from './run.ts'

const tagger = { GIT_COMMITTER_NAME: 'rehearsal', GIT_COMMITTER_EMAIL: 'rehearsal@localhost' } as const

/** What the CI says of itself. */
export const address = { server: 'https://forge.test', repository: 'owner/geoclients' } as const

/**
 * Does in a checkout what the release workflow does, by the same commands: versions, checks the public surfaces of what was
 * versioned, publishes by changesets, which also sets dist-tags and git tags, and pushes these to an empty repository. The
 * packages must have been built.
 *
 * Left out is what a local registry cannot do: provenance, and the rights of a token.
 */
export async function publishAll(root: string, checkout: string, registry: Registry): Promise<PublicPackage[]> {
  await checkOut(root, checkout)
  await run('npm', ['run', 'release:version'], { cwd: checkout })
  await commit(checkout, 'Version packages')
  await run(process.execPath, [join(checkout, 'release', 'api-reports.ts'), '--check'], { cwd: checkout })
  await withoutProvenance(checkout)
  const env = { ...registry.env, ...tagger, GITHUB_SERVER_URL: address.server, GITHUB_REPOSITORY: address.repository }
  await pushTo(`${checkout}.git`, checkout)
  await run('npm', ['run', 'release:publish'], { cwd: checkout, env })
  await run('npm', ['run', 'release:tags'], { cwd: checkout })
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
