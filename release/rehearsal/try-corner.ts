import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Corner } from './corner.ts'

const consumers = join(import.meta.dirname, '..', 'consumers')

/** The problem of a package in an environment; undefined if it works. */
export async function problemIn(
  corner: Corner,
  key: string,
  place: Promise<string>,
  baseUrl: string
): Promise<string | undefined> {
  try {
    const project = await place
    for (const file of ['use.ts', ...corner.files]) await writeFile(join(project, file), await consumer(file, key))
    const facts = await corner.facts(project, baseUrl)
    const { expected } = await import(join(consumers, `use-${key}.ts`))
    if (facts === undefined || isDeepStrictEqual(JSON.parse(facts), expected)) return undefined
    return `expected ${JSON.stringify(expected)}, got ${facts}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A file of `consumers/`: the package's own `x-KEY.ts`, or `x.ts`, in which `cas` stands for any client. */
async function consumer(file: string, key: string): Promise<string> {
  const own = join(consumers, file.replace(/\.ts$/, `-${key}.ts`))
  if (existsSync(own)) return readFile(own, 'utf8')
  const names = { cas: key, Cas: key.charAt(0).toUpperCase() + key.slice(1), CAS: key.toUpperCase() }
  const text = await readFile(join(consumers, file), 'utf8')
  return text.replaceAll(/\bcas\b|Cas|CAS/g, (name) => names[name as keyof typeof names])
}
