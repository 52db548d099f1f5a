/** The parts of a manifest that publishing changes. */
interface Manifest {
  readonly files?: readonly string[]
  readonly scripts?: unknown
  readonly devDependencies?: unknown
}

/**
 * The manifest in a tarball. It contains the repository, which npm requires for provenance. Members that only the repository
 * uses (scripts, development dependencies) are omitted.
 *
 * @param manifest text of the manifest in the repository, which is not changed.
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

/** A README with links to the repository, because npm's page does not show other files of a package. */
export const publishedReadme = (text: string, address: string): string =>
  text.replaceAll('](../../', `](${address}/blob/main/`)
