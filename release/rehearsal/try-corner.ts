import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Corner, PackageKey } from './corner.ts'
import { expected } from './expected.ts'

const consumers = join(import.meta.dirname, '..', 'consumers')

/** Says what is wrong with a package in a corner; undefined where it works as it does elsewhere. */
export async function problemIn(
  corner: Corner,
  key: PackageKey,
  project: string,
  baseUrl: string
): Promise<string | undefined> {
  try {
    for (const file of ['use.ts', ...corner.files]) {
      const own = join(consumers, file.replace(/\.ts$/, `-${key}.ts`))
      await cp(existsSync(own) ? own : join(consumers, file), join(project, file))
    }
    const facts = await corner.facts(project, baseUrl)
    if (facts === undefined || isDeepStrictEqual(JSON.parse(facts), expected[key])) return undefined
    return `expected ${JSON.stringify(expected[key])}, got ${facts}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
