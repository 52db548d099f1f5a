import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { runnableExamples } from './examples.ts'
import { examplesFile, navigationFile, pagesFolder, root } from './folders.ts'
import { linkOnSite, withLinks } from './links.ts'
import { type Group, readGroups } from './navigation.ts'
import { findPages, type Page } from './pages.ts'
import { sourceScheme, writeReference } from './reference.ts'
import { createSources, type Sources } from './sources.ts'

export interface Prepared {
  readonly sources: Sources
  /** The groups of the documentation's index, with the start pages before them. */
  readonly groups: readonly Group[]
}

/** Writes all pages into one folder, with the links of the site: the guides, and the reference from the docstrings. */
export async function prepare(repository: string | undefined): Promise<Prepared> {
  await rm(pagesFolder, { recursive: true, force: true })
  const pages = await findPages(root)
  const sources = createSources(root, repository)
  for (const page of pages) await bring(page, new Map(pages.map(({ source, target }) => [source, target])), sources)
  await copy('examples/map/map.svg', 'public/map.svg')
  await bringReference(sources)
  await writeFile(examplesFile, JSON.stringify(await runnableExamples(root)))
  return { sources, groups: await readGroups() }
}

async function bring(page: Page, pages: ReadonlyMap<string, string>, sources: Sources): Promise<void> {
  const pictures = new Map<string, string>()
  const text = await readFile(join(root, page.source), 'utf8')
  const places = {
    pages: new Map([...pages, ['docs/decisions', 'guide/index.md']]),
    file: sources.address,
    picture: (source: string) => {
      const target = posix.join('pictures', basename(source))
      pictures.set(source, target)
      return target
    }
  }
  await write(
    page.target,
    withLinks(text, (url) => linkOnSite(url, page, places))
  )
  for (const [source, target] of pictures) await copy(source, target)
}

async function bringReference(sources: Sources): Promise<void> {
  const folder = join(pagesFolder, 'reference')
  for (const file of await writeReference(folder, navigationFile)) {
    const text = await readFile(file, 'utf8')
    const linked = withLinks(text, (url) =>
      url.startsWith(sourceScheme) ? sources.address(`packages/${url.slice(sourceScheme.length)}`) : undefined
    )
    await writeFile(file, linked)
  }
}

async function write(target: string, text: string): Promise<void> {
  const file = join(pagesFolder, target)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

async function copy(source: string, target: string): Promise<void> {
  const file = join(pagesFolder, target)
  await mkdir(dirname(file), { recursive: true })
  await copyFile(join(root, source), file)
}
