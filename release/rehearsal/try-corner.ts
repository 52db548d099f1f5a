import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Corner } from './corner.ts'

const consumers = join(import.meta.dirname, '..', 'consumers')

/** The problem of a package in an environment; undefined if it works. */
export async function problemIn(
  corner: Corner,
  key: string,
  project: string,
  baseUrl: string
): Promise<string | undefined> {
  try {
    for (const file of ['use.ts', ...corner.files]) {
      const own = join(consumers, file.replace(/\.ts$/, `-${key}.ts`))
      await cp(existsSync(own) ? own : join(consumers, file), join(project, file))
    }
    const facts = await corner.facts(project, baseUrl)
    const { expected } = await import(join(consumers, `use-${key}.ts`))
    if (facts === undefined || isDeepStrictEqual(JSON.parse(facts), expected)) return undefined
    return `expected ${JSON.stringify(expected)}, got ${facts}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
