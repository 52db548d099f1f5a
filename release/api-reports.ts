import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brokenPrograms } from './api/last-programs.ts'
import { publicPackages } from './api/packages.ts'
import { apiReport } from './api/report.ts'

/*
 * `npm run api-reports`: writes the public surface of each published package to its api-report.md, so a change shows its effect
 * on the surface. With `--check` it writes nothing. It fails if a report is stale, or if a program of the last release no longer
 * compiles and no version announces that.
 */
const root = join(import.meta.dirname, '..')
const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values
const problems: string[] = []

for (const { folder } of await publicPackages(root)) {
  const path = `${folder}/api-report.md`
  const report = await apiReport(join(root, folder))
  // A program has no surface that others import.
  if (report === undefined) continue
  if (report === (await readFile(join(root, path), 'utf8').catch(() => undefined))) continue
  if (check) problems.push(`${path} is stale. Mend with: npm run api-reports`)
  else await writeFile(join(root, path), report)
  if (!check) console.log(`${path} written`)
}
const broken = check ? await brokenPrograms(root) : undefined
if (broken) problems.push(broken)
for (const problem of problems) console.error(problem)
if (problems.length === 0 && check) console.log('The API reports are up to date.')
process.exitCode = problems.length > 0 ? 1 : 0
