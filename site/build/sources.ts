import { existsSync, statSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'

/** The targets of links to files of the repository. */
export interface Sources {
  /** The address of a folder or file, with or without a line (`a.ts#L7`). Throws if it does not exist. */
  address(link: string): string
  /** Copies files that the site itself must show into its folder. */
  write(site: string): Promise<void>
}

/**
 * Links to files lead to the repository's own page, if it is known. Otherwise, as in a local build, the site shows the files
 * itself as text, so that its links work without network.
 */
export function createSources(root: string, repository: string | undefined): Sources {
  const shown = new Set<string>()
  return {
    address(link) {
      const [source = '', line] = link.split('#')
      if (!existsSync(join(root, source))) throw new Error(`A page links to ${source}, which does not exist.`)
      const isFolder = statSync(join(root, source)).isDirectory()
      if (repository) return `${repository}/${isFolder ? 'tree' : 'blob'}/main/${source}${line ? `#${line}` : ''}`
      if (isFolder) throw new Error(`A page links to the folder ${source}, which has no page: link to a file of it.`)
      shown.add(source)
      return `/${fileOf(source)}`
    },
    async write(site) {
      for (const source of shown) {
        const file = join(site, fileOf(source))
        await mkdir(dirname(file), { recursive: true })
        await copyFile(join(root, source), file)
      }
    }
  }
}

const fileOf = (source: string): string => posix.join('source', `${source}.txt`)
