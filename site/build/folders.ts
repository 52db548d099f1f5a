import { join } from 'node:path'

export const root: string = join(import.meta.dirname, '..', '..')
/** What VitePress reads; made anew with each build. */
export const pagesFolder: string = join(root, 'site', '.pages')
/** The site. */
export const siteFolder: string = join(root, 'site', 'dist')
/** The tree of the reference, as typedoc makes it. */
export const navigationFile: string = join(pagesFolder, 'reference.json')
/** What pages can run. */
export const examplesFile: string = join(pagesFolder, 'examples.json')
