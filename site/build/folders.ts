import { join } from 'node:path'

export const root: string = join(import.meta.dirname, '..', '..')
/** The input of VitePress. Each build writes it anew. */
export const pagesFolder: string = join(root, 'site', '.pages')
/** The built site. */
export const siteFolder: string = join(root, 'site', 'dist')
/** The tree of the reference, from typedoc. */
export const navigationFile: string = join(pagesFolder, 'reference.json')
/** The examples that pages can run. */
export const examplesFile: string = join(pagesFolder, 'examples.json')
/** The path of the site on its host: `/` or `/geoclients/`. */
export const siteBase: string = process.env.SITE_BASE ?? '/'
