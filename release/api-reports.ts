import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packagesOfChangesets } from './api/changesets.ts'
import { reportAtLastRelease } from './api/last-release.ts'
import { apiReport } from './api/report.ts'

/*
 * `npm run api-reports`: writes the public surface of each published package to its api-report.md. With `--check` it writes
 * nothing, and fails where a report is stale, or where the surface is another than at the last release and no changeset
 * names the package.
 */
const root = join(import.meta.dirname, '..')
const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values
const problems: string[] = []
const named = await packagesOfChangesets(join(root, '.changeset'))

for (const { name, folder } of await publicPackages()) {
  const path = `packages/${folder}/api-report.md`
  const report = await apiReport(join(root, 'packages', folder))
  const committed = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (!check && report !== committed) {
    await writeFile(join(root, path), report)
    console.log(`${path} written`)
  }
  if (check && report !== committed) problems.push(`${path} is stale. Mend with: npm run api-reports`)
  const released = await reportAtLastRelease(root, name, path)
  if (check && report !== released && !named.has(name)) {
    problems.push(`The surface of ${name} has changed since its last release: describe it with npx changeset`)
  }
}
for (const problem of problems) console.error(problem)
if (problems.length === 0 && check) console.log('The API reports are up to date.')
process.exitCode = problems.length > 0 ? 1 : 0

async function publicPackages(): Promise<{ name: string; folder: string }[]> {
  const folders = await readdir(join(root, 'packages'))
  const manifests = await Promise.all(
    folders.map(async (folder) => {
      const manifest = JSON.parse(await readFile(join(root, 'packages', folder, 'package.json'), 'utf8'))
      return { folder, name: String(manifest.name), isPrivate: manifest.private === true }
    })
  )
  return manifests.filter(({ isPrivate }) => !isPrivate)
}
