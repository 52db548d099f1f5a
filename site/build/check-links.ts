import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LinkChecker } from 'linkinator'

/**
 * Follows every link within the site, which stands at the path `base` of its host. Throws an error that lists the broken ones, or
 * if it finds fewer links than it must. It sends no requests to other hosts.
 */
export async function checkLinks(site: string, base = '/', fewest = 1000): Promise<void> {
  const host = await mkdtemp(join(tmpdir(), 'host-'))
  try {
    const place = join(host, 'root', base)
    await mkdir(dirname(place), { recursive: true })
    await symlink(site, place.replace(/[\\/]$/, ''))
    await check(join(host, 'root'), `${base}**/*.html`.slice(1), fewest)
  } finally {
    await rm(host, { recursive: true })
  }
}

async function check(serverRoot: string, pages: string, fewest: number): Promise<void> {
  const { links } = await new LinkChecker().check({
    path: [pages],
    serverRoot,
    checkFragments: true,
    concurrency: 50,
    linksToSkip: async (url) => !['127.0.0.1', 'localhost'].includes(new URL(url).hostname)
  })
  if (links.length < fewest) throw new Error(`Only ${links.length} links were found.`)
  const broken = links.filter(({ state }) => state === 'BROKEN')
  const lines = broken.map(({ url, parent, status }) => `${parent}: ${url} (${status})`)
  if (lines.length > 0) throw new Error(`Links lead nowhere:\n${[...new Set(lines)].join('\n')}`)
}
