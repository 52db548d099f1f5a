import { glob } from 'node:fs/promises'

/** A page of the site: the path of its Markdown source, and its path on the site. Both are relative to their root, with `/`. */
export interface Page {
  readonly source: string
  readonly target: string
}

/** The sources of pages, as patterns with one `*`, and their targets. The first pattern that matches is used. */
const places: readonly (readonly [from: string, to: string])[] = [
  ['site/start/*.md', '*.md'],
  ['README.md', 'overview.md'],
  ['docs/README.md', 'guide/index.md'],
  ['docs/*.md', 'guide/*.md'],
  ['docs/decisions/*.md', 'decisions/*.md'],
  ['docs/transcripts/*.md', 'transcripts/*.md'],
  ['packages/*/README.md', 'packages/*.md'],
  ['examples/*/README.md', 'examples/*.md'],
  ['CONTRIBUTING.md', 'project/contributing.md'],
  ['SECURITY.md', 'project/security.md'],
  ['AGENTS.md', 'project/agents.md']
]

/** Every page that is written by hand, or generated into the repository. */
export async function findPages(root: string): Promise<Page[]> {
  const pages = new Map<string, Page>()
  for (const [from, to] of places) {
    const [before = '', after = ''] = from.split('*')
    for await (const found of glob(from, { cwd: root })) {
      const source = found.replaceAll('\\', '/')
      const name = source.slice(before.length, source.length - after.length)
      if (!pages.has(source)) pages.set(source, { source, target: to.replace('*', name) })
    }
  }
  return [...pages.values()]
}
