import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Package, packageName } from '../scripts/registry.ts'
import { packAll, type Tarballs } from './pack.ts'
import { compilers } from './rehearsal/compilers.ts'
import { keyOf, rehearsed } from './rehearsal/corner.ts'
import { pages } from './rehearsal/pages.ts'
import { freshProject } from './rehearsal/project.ts'
import { runtimes } from './rehearsal/runtimes.ts'
import { serveMocks } from './rehearsal/servers.ts'
import { installTools } from './rehearsal/tools.ts'
import { problemIn } from './rehearsal/try-corner.ts'

/*
 * `npm run release:rehearse [-- --only TEXT] [--json FILE]`: the tarballs that a release would publish. Each package is packed
 * and installed alone in a fresh project, and used there on every runtime, compiler and bundler.
 */
const root = join(import.meta.dirname, '..')
const { only = '', json } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values
const corners = [...runtimes, ...compilers, ...pages].filter(({ name }) => name.includes(only))
const work = await mkdtemp(join(tmpdir(), 'rehearsal-'))
const figures: { name: string; value: 0 | 1; unit: 'pass'; goal: '1' }[] = []
const servers = await serveMocks()
try {
  await installTools()
  const tarballs = await packAll(root, join(work, 'tarballs'), 'https://forge.test/owner/geoclients')
  for (const one of rehearsed) await inAllCorners(one, tarballs)
} finally {
  await servers.close()
  await rm(work, { recursive: true })
}

const failed = figures.filter(({ value }) => value === 0).length
console.log(`\n${figures.length - failed} passed, ${failed} failed`)
if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`)
process.exitCode = failed > 0 ? 1 : 0

async function inAllCorners(one: Package, tarballs: Tarballs): Promise<void> {
  const [key, name] = [keyOf(one), packageName(one)]
  const projects = new Map<string, Promise<string>>()
  /** One project for each set of dependencies: installing is most of the time. */
  const projectWith = (dependencies: Readonly<Record<string, string>> = {}): Promise<string> => {
    const identity = JSON.stringify(dependencies)
    const folder = join(work, `${key}-${projects.size}`)
    const project = projects.get(identity) ?? freshProject(folder, tarballs, name, dependencies)
    projects.set(identity, project)
    return project
  }

  for (const corner of corners) {
    if (corner.only && !corner.only.includes(key)) continue
    const baseUrl = servers.urls[key] ?? servers.urls.ogc ?? ''
    const problem = await problemIn(corner, key, projectWith(corner.dependencies), baseUrl)
    figures.push({ name: `${name}: ${corner.name}`, value: problem === undefined ? 1 : 0, unit: 'pass', goal: '1' })
    console.log(`${problem === undefined ? 'ok    ' : 'FAILED'}  ${name.padEnd(26)} ${corner.name}`)
    if (problem !== undefined) console.log(`        ${problem.replaceAll('\n', '\n        ')}`)
  }
}
