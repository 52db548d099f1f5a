import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vitepress'
import { checkLinks } from './check-links.ts'
import { root, siteBase, siteFolder } from './folders.ts'
import { prepare } from './prepare.ts'
import { writeTwins } from './twins.ts'

/** Builds the site, including the explorer. Throws if a link is broken. */
export async function buildSite(): Promise<void> {
  const explorer = join(root, 'apps', 'explorer', 'dist')
  if (!existsSync(explorer)) throw new Error('The explorer is not built: npm run build --workspace apps/explorer')
  const { sources, groups } = await prepare(process.env.SITE_REPOSITORY)
  await rm(siteFolder, { recursive: true, force: true })
  await build(join(root, 'site'))
  await cp(join(explorer, 'icon.svg'), join(siteFolder, 'icon.svg'))
  await cp(explorer, join(siteFolder, 'explorer'), { recursive: true })
  await writeTwins(siteFolder, groups)
  await sources.write(siteFolder)
  await checkLinks(siteFolder, siteBase)
}
