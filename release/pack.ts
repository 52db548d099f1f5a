import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { type PublicPackage, publicPackages } from './api/packages.ts'
import { publishedManifest, publishedReadme } from './published-manifest.ts'
import { run } from './rehearsal/run.ts'

/** Tarballs by package name. */
export type Tarballs = Readonly<Record<string, string>>

/** URL of the repository from the CI's variables, such as `https://github.com/OWNER/NAME`. Throws if they are missing. */
export function addressFrom(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (!server || !URL.canParse(server)) throw new Error('GITHUB_SERVER_URL must be a URL, as the CI sets it')
  if (!repository || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new Error('GITHUB_REPOSITORY must be OWNER/NAME, as the CI sets it')
  }
  return `${server}/${repository}`
}

/**
 * Packs the published packages into a folder, numbered in the order of their dependencies. Refuses packages that are not built,
 * and unexpected files.
 */
export async function packAll(root: string, into: string, address: string): Promise<Tarballs> {
  await mkdir(into, { recursive: true })
  const tarballs: Record<string, string> = {}
  for (const [index, { name, folder, manifest }] of inOrder(await publicPackages(root)).entries()) {
    const { messages } = await publint({ pkgDir: join(root, folder), level: 'error' })
    if (messages.length > 0) throw new Error(`${name}: ${messages.map(({ code }) => code).join(', ')}. npm run build`)
    const [path, readmePath] = [join(root, folder, 'package.json'), join(root, folder, 'README.md')]
    const readme = await readFile(readmePath, 'utf8')
    try {
      await writeFile(path, publishedManifest(manifest, folder, address))
      await writeFile(readmePath, publishedReadme(readme, address))
      const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into]
      const answer = JSON.parse(await run('npm', args, { cwd: join(root, folder) }))
      const [packed] = Object.values<{ filename: string; files: { path: string }[] }>(answer)
      const strange = packed?.files.map((file) => file.path).filter((file) => !belongs.test(file)) ?? []
      if (!packed || strange.length > 0) throw new Error(`${name} would be published with ${strange.join(', ')}`)
      tarballs[name] = join(into, `${String(index + 1).padStart(2, '0')}-${packed.filename}`)
      await rename(join(into, packed.filename), tarballs[name])
    } finally {
      await Promise.all([writeFile(path, manifest), writeFile(readmePath, readme)])
    }
  }
  return tarballs
}

/** The explorer is a page with all its parts. */
const belongs =
  /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|dist\/[\w/.-]+\.(?:js|d\.ts)|dist\/explorer\/[\w/.-]+\.(?:html|css|json|svg))$/

/** Sorts packages by their dependencies. Throws if there is a cycle. */
function inOrder(packages: readonly PublicPackage[]): PublicPackage[] {
  if (packages.length === 0) return []
  const names = packages.map(({ name }) => name)
  const next = packages.find(({ manifest }) => !needsOf(manifest).some((name) => names.includes(name)))
  if (!next) throw new Error(`these packages need each other: ${names.join(', ')}`)
  return [next, ...inOrder(packages.filter((one) => one !== next))]
}

const needsOf = (manifest: string): string[] => Object.keys(JSON.parse(manifest).dependencies ?? {})

/* `npm run release:pack -- FOLDER`: makes the tarballs for publishing. */
if (import.meta.main) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('name the folder for the tarballs: npm run release:pack -- FOLDER')
  await packAll(process.cwd(), resolve(folder), addressFrom(process.env))
}
