import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { clients, folderName } from '../scripts/registry.ts'
import type { Figure } from './figure.ts'
import { type Check, sizesOf } from './sizes/sizes-of.ts'

/** In kB as in size-limit: 1,000 bytes, min+gzip. The current limits are in each package's `.size-limit.ts`. */
const goals: Readonly<Record<string, string>> = {
  'ogc-client: only OgcClient, at first': 'at most 25',
  'ogc-client: only isOgcError': 'at most 1',
  'cas-client: only CasClient, at first': 'at most 16',
  'cas-client: only isCasError': 'at most 1'
}

/**
 * Measures the size of a program that imports everything of an entry point, or only one name: with everything that it may load,
 * and with what it loads at first. `npm run packages` enforces the limits.
 */
export async function measure(): Promise<Figure[]> {
  return clients.map(folderName).flatMap((name) => sizesOf(name, checksOf(name), goals))
}

/** The output of size-limit for a package, whether or not the limits are met. */
function checksOf(name: string): Check[] {
  const cwd = join(import.meta.dirname, '..', 'packages', name)
  const { stdout, stderr } = spawnSync('npx', ['size-limit', '--json'], { cwd, encoding: 'utf8' })
  if (!stdout.startsWith('[')) throw new Error(`size-limit did not measure ${name}: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}
