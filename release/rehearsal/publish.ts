import { join } from 'node:path'
import { type PublicPackage, publicPackages } from '../api/packages.ts'
import { checkOut, commit, withoutProvenance } from './checkout.ts'
import type { Registry } from './registry.ts'
import { run } from './run.ts'

/** What the CI says of itself. */
export const address = { server: 'https://forge.test', repository: 'owner/geoclients' } as const

/**
 * Does in a checkout what the release workflow does, by the same commands: versions, checks the public surfaces of what was
 * versioned, publishes by changesets, which also sets dist-tags and git tags. The packages must have been built.
 *
 * Left out is what a local registry cannot do: provenance, the rights of a token, and the push of the tags.
 */
export async function publishAll(root: string, checkout: string, registry: Registry): Promise<PublicPackage[]> {
  await checkOut(root, checkout)
  await run('npm', ['run', 'release:version'], { cwd: checkout })
  await commit(checkout, 'Version packages')
  await run(process.execPath, [join(checkout, 'release', 'api-reports.ts'), '--check'], { cwd: checkout })
  await withoutProvenance(checkout)
  const env = { ...registry.env, GITHUB_SERVER_URL: address.server, GITHUB_REPOSITORY: address.repository }
  await run('npm', ['run', 'release:publish'], { cwd: checkout, env })
  return publicPackages(checkout)
}

/** Says what of a release is not to be seen where it should be: its git tag, its dist-tag, its repository. */
export async function releaseProblem(
  checkout: string,
  { name, version, folder }: PublicPackage,
  registry: Registry
): Promise<string | undefined> {
  const { env } = registry
  const tags = await run('git', ['tag', '--list', `${name}@${version}`], { cwd: checkout })
  const answer = await run('npm', ['view', `${name}@latest`, 'version', 'repository', '--json'], { cwd: checkout, env })
  const seen = JSON.parse(answer) as { version: string; repository?: { url: string; directory?: string } }
  const problems = [
    tags.trim() === '' ? 'it has no git tag' : undefined,
    seen.version !== version ? `latest is ${seen.version}` : undefined,
    seen.repository?.directory !== folder ? `its repository names ${seen.repository?.directory}` : undefined,
    seen.repository?.url !== `git+${address.server}/${address.repository}.git`
      ? `its repository is ${seen.repository?.url}`
      : undefined
  ]
  return problems.filter((problem) => problem !== undefined).join(', ') || undefined
}
