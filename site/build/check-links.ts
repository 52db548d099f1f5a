import { LinkChecker } from 'linkinator'

/**
 * Follows every link within the site. Throws an error that lists the broken ones, or if it finds fewer links than it must. It
 * sends no requests to other hosts.
 */
export async function checkLinks(site: string, fewest = 1000): Promise<void> {
  const checker = new LinkChecker()
  const { links } = await checker.check({
    path: ['**/*.html'],
    serverRoot: site,
    checkFragments: true,
    concurrency: 50,
    linksToSkip: async (url) => !['127.0.0.1', 'localhost'].includes(new URL(url).hostname)
  })
  if (links.length < fewest) throw new Error(`Only ${links.length} links were found.`)
  const broken = links.filter(({ state }) => state === 'BROKEN')
  const lines = broken.map(({ url, parent, status }) => `${parent}: ${url} (${status})`)
  if (lines.length > 0) throw new Error(`Links lead nowhere:\n${[...new Set(lines)].join('\n')}`)
}
