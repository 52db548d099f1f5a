import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ServeOptions, serveExplorer } from '../serve/serve.ts'
import { type Pages, servedPages } from './pages.ts'

export { type Page, picture } from './pages.ts'

const folder = join(import.meta.dirname, '..', 'dist')

/** Serves the built explorer on this machine and opens it in a real Chromium, for the tests of a file. */
export function explorerPages(
  options: () => Omit<ServeOptions, 'folder'> | Promise<Omit<ServeOptions, 'folder'>> = () => ({})
): Pages {
  if (!existsSync(folder)) throw new Error('The page is not built: npm run build --workspace apps/explorer')
  return servedPages(async () => serveExplorer({ folder, ...(await options()) }))
}
