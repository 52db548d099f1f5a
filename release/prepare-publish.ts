import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { publicPackages } from './api/packages.ts'

/** Where the CI has the repository from, such as `https://github.com/OWNER/NAME`. Throws where its variables do not say. */
export function addressFrom(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (!server || !URL.canParse(server)) throw new Error('GITHUB_SERVER_URL must be a URL, as the CI sets it')
  if (!repository || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new Error('GITHUB_REPOSITORY must be OWNER/NAME, as the CI sets it')
  }
  return `${server}/${repository}`
}

/**
 * A step of `npm run release:publish`: refuses a package that was not built, and writes into each manifest where its package
 * is made from, since npm gives no provenance without. Nothing of this is committed, so that no copy of the repository names
 * another as its origin.
 */
export async function preparePublish(root: string, address: string): Promise<void> {
  for (const { name, folder } of await publicPackages(root)) {
    const { messages } = await publint({ pkgDir: join(root, folder), level: 'error' })
    if (messages.length > 0) throw new Error(`${name}: ${messages.map(({ code }) => code).join(', ')}. npm run build`)
    const path = join(root, folder, 'package.json')
    const repository = { type: 'git', url: `git+${address}.git`, directory: folder }
    const manifest = { ...JSON.parse(await readFile(path, 'utf8')), repository }
    await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

if (import.meta.main) await preparePublish(process.cwd(), addressFrom(process.env))
