import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pages } from './pages.ts'

// `npm run docs:pages`: writes the pages that are generated from the sources.
const root = join(import.meta.dirname, '..', '..')
for (const [path, make] of Object.entries(pages)) await writeFile(join(root, path), await make(root))
