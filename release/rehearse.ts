import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { type Corner, corners } from './rehearsal/corners.ts'
import { freshProject } from './rehearsal/project.ts'
import { publishAll } from './rehearsal/publish.ts'
import { type Registry, startRegistry } from './rehearsal/registry.ts'
import { serveMocks } from './rehearsal/servers.ts'
import { installTools } from './rehearsal/tools.ts'

/*
 * `npm run release:rehearse [-- --only TEXT] [--json FILE]`: everything of a release but the real registry. The packages are
 * versioned and published to a local one; then each is installed alone in a fresh project, and used there.
 */
const root = join(import.meta.dirname, '..')
const inTarball = ['LICENSE', 'README.md', 'package.json']
const expected = {
  ogc: {
    ...{ primes: [11, 13, 17, 19, 23, 29], status: 'successful', again: [11, 13, 17, 19, 23, 29] },
    ...{ missing: 'http-status 404', aborted: 'AbortError' }
  },
  cas: { elevation: 548.3, providers: 5, missing: 'http-status 404', aborted: 'AbortError' }
}
type PackageKey = keyof typeof expected

interface Row {
  readonly corner: string
  readonly package: string
  readonly problem: string | undefined
}

const { only = '', json } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values
const work = await mkdtemp(join(tmpdir(), 'rehearsal-'))
const rows: Row[] = []
const servers = await serveMocks()
const registry = await startRegistry(join(work, 'registry'))
try {
  await installTools()
  for (const { name, version, files } of await publishAll(root, join(work, 'repository'), registry)) {
    report({ corner: `published as ${version}`, package: name, problem: difference(files, inTarball) })
  }
  for (const key of ['ogc', 'cas'] as const) await inAllCorners(key, registry)
} finally {
  await registry.stop()
  await servers.close()
  await rm(work, { recursive: true })
}

const failed = rows.filter(({ problem }) => problem !== undefined)
console.log(`\n${rows.length - failed.length} passed, ${failed.length} failed`)
if (json) {
  const figures = rows.map((row) => ({
    name: `${row.package}: ${row.corner}`,
    value: row.problem ? 0 : 1,
    unit: 'pass',
    goal: '1'
  }))
  await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`)
}
process.exitCode = failed.length > 0 ? 1 : 0

/** One project for each set of dependencies: installing is most of the time. */
async function inAllCorners(key: PackageKey, registry: Registry): Promise<void> {
  const projects = new Map<string, string>()
  const wanted = corners.filter((corner) => corner.name.includes(only) && (corner.only ?? key) === key)
  for (const corner of wanted) {
    const dependencies = { [`@geoclients/${key}-client`]: 'latest', ...corner.dependencies }
    const identity = JSON.stringify(dependencies)
    const project =
      projects.get(identity) ?? (await freshProject(join(work, `${key}-${projects.size}`), registry, dependencies))
    projects.set(identity, project)
    report({
      corner: corner.name,
      package: `@geoclients/${key}-client`,
      problem: await problemIn(corner, key, project)
    })
  }
}

async function problemIn(corner: Corner, key: PackageKey, project: string): Promise<string | undefined> {
  const consumers = join(import.meta.dirname, 'consumers')
  try {
    await cp(join(consumers, `use-${key}.ts`), join(project, 'use.ts'))
    for (const file of corner.files) await cp(join(consumers, file), join(project, file))
    const facts = await corner.facts(project, servers[key])
    return facts === undefined ? undefined : difference(JSON.parse(facts), expected[key])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function difference(found: unknown, wanted: unknown): string | undefined {
  if (isDeepStrictEqual(found, wanted)) return undefined
  return `expected ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`
}

function report(row: Row): void {
  rows.push(row)
  console.log(`${row.problem === undefined ? 'ok    ' : 'FAILED'}  ${row.package.padEnd(26)} ${row.corner}`)
  if (row.problem !== undefined) console.log(`        ${row.problem.replaceAll('\n', '\n        ')}`)
}
