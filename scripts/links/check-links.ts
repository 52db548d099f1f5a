import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Page, readPage } from './read-page.ts'

/**
 * Follows the links of Markdown pages to files and headings of the repository. Addresses elsewhere are not fetched.
 *
 * @param paths the pages, from the root.
 * @returns one line for each link that leads nowhere.
 */
export async function checkLinks(root: string, paths: readonly string[]): Promise<string[]> {
  const pages = new Map<string, Promise<Page>>()
  const page = (path: string): Promise<Page> => {
    const read = pages.get(path) ?? readFile(join(root, path), 'utf8').then(readPage)
    pages.set(path, read)
    return read
  }
  const wrong = async (path: string, target: string): Promise<string | undefined> => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined
    const [file = '', anchor] = target.split('#', 2).map(decodeURIComponent)
    const aim = file === '' ? path : relative(root, join(root, dirname(path), file))
    if (aim.startsWith('..')) return 'leaves the repository'
    if (!existsSync(join(root, aim))) return `there is no ${aim}`
    if (anchor === undefined || !aim.endsWith('.md')) return undefined
    return (await page(aim)).anchors.has(anchor) ? undefined : `${aim} has no heading "${anchor}"`
  }
  const found = await Promise.all(
    paths.map(async (path) => {
      const { links } = await page(path)
      const reasons = await Promise.all(links.map(({ target }) => wrong(path, target)))
      return links.flatMap(({ target, line }, at) =>
        reasons[at] ? [`${path}:${line}: ${target}: ${reasons[at]}`] : []
      )
    })
  )
  return found.flat()
}
