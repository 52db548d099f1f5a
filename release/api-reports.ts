import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pendingBumps } from './api/changesets.ts'
import { surfaceProblem } from './api/check-surface.ts'
import { lastRelease } from './api/last-release.ts'
import { missingTag } from './api/missing-tag.ts'
import { publicPackages } from './api/packages.ts'
import { apiReport } from './api/report.ts'

/*
 * `npm run api-reports`: writes the public surface of each published package to its api-report.md. With `--check` it writes
 * nothing, and fails where a report is stale, or where the surface is another than at the last release and neither a
 * changeset nor the version in the manifest allows that, or where the tag of that release is missing. `--root` names another
 * tree than this one.
 */
const options = {
  check: { type: 'boolean', default: false },
  root: { type: 'string', default: join(import.meta.dirname, '..') }
} as const
const { check, root } = parseArgs({ options }).values
const problems: (string | undefined)[] = []
const pending = await pendingBumps(join(root, '.changeset'))

for (const one of await publicPackages(root)) {
  const { name, version, folder } = one
  const path = `${folder}/api-report.md`
  const report = await apiReport(join(root, folder))
  const committed = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (!check && report !== committed) {
    await writeFile(join(root, path), report)
    console.log(`${path} written`)
  }
  if (!check) continue
  if (report !== committed) problems.push(`${path} is stale. Mend with: npm run api-reports`)
  problems.push(await missingTag(root, one))
  const released = await lastRelease(root, name, path)
  problems.push(surfaceProblem({ version, report, pending: pending.get(name), released }))
}
const found = problems.filter((problem) => problem !== undefined)
for (const problem of found) console.error(problem)
if (found.length === 0 && check) console.log('The API reports are up to date.')
process.exitCode = found.length > 0 ? 1 : 0
