/** A manifest as far as publishing changes it. */
interface Manifest {
  readonly files?: readonly string[]
  readonly scripts?: unknown
  readonly devDependencies?: unknown
}

/**
 * The manifest that stands in a tarball. npm gives no provenance if it does not say where the package is made from; what only
 * the repository uses (scripts, development dependencies and so the names of packages that are not published) is left out.
 *
 * @param manifest the text of the one in the repository, which stays as it is: a copy must not name another as its origin.
 * @param address of the repository, such as `https://github.com/OWNER/NAME`.
 */
export function publishedManifest(manifest: string, folder: string, address: string): string {
  const { scripts: _, devDependencies: __, ...kept } = JSON.parse(manifest) as Manifest
  const published = {
    ...kept,
    files: [...(kept.files ?? []), 'CHANGELOG.md'],
    author: 'The authors of geoclients',
    repository: { type: 'git', url: `git+${address}.git`, directory: folder },
    homepage: `${address}/tree/main/${folder}#readme`,
    bugs: `${address}/issues`
  }
  return JSON.stringify(published, null, 2)
}

/** A README whose links lead to the repository: npm's page of a package has no other files of it. */
export const publishedReadme = (text: string, address: string): string =>
  text.replaceAll('](../../', `](${address}/blob/main/`)
