import { access, constants, open, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Api, apiOf } from './apis.ts'
import { readArguments } from './arguments.ts'
import { changesBetween, withoutContent } from './diff/changes.ts'

import { readText } from './documents.ts'
import { Failure } from './failure.ts'
import { done, drift, type Files, mend, unlessAbsent, written } from './files.ts'
import { filesOf } from './generate.ts'
import { fileAt } from './git.ts'
import { pulledFrom } from './pull.ts'
import { changesetFor } from './update/changeset.ts'
import { packagesOf } from './update/packages.ts'
import { updateReport } from './update/report.ts'
import { typeErrors } from './update/type-errors.ts'
import { orUndone } from './update/undo.ts'
import { exitCode, here, type Workplace } from './workplace.ts'

/**
 * `npm run specs:update -- API [--from URL|FILE] [--report FILE]`: everything from a changed API to a change that can be
 * reviewed. A contract that is merged from a server's own document is pulled anew (`--from`); one written by hand has been
 * edited already, and is compared with the last commit. Then the contract is merged, linted and compared, the types are
 * generated, the package is type-checked, and a changeset is drafted. The report is Markdown.
 *
 * Nothing is written before all of it is made, and what was written is taken back where the rest fails or is interrupted, so
 * the tree is as it was then. Code that does not compile any more is no failure: it is what the report is for.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print, progress = () => undefined } = workplace
  return exitCode(workplace, async () => {
    const { name, from, report } = options(args)
    const api = apiOf(name, apis)
    if (report !== undefined) await written(report, () => refuseUnwritable(report))
    const packages = await packagesOf(api, root)
    progress(`Merging, linting and generating ${name} …`)
    const wanted = await wantedFiles(api, root, from)
    const after = wanted.get(api.contract) ?? (await readText(root, api.contract))
    const before = (await contractBefore(api, root)) ?? withoutContent(after)

    progress('Comparing the contracts …')
    const changes = await changesBetween(before, after)
    const changeset = await changesetFor({ api, before, after, changes, packages, root })
    const files: Files = new Map([...wanted, ...changeset])
    const drifts = await drift(root, [api.out], files)
    if (drifts.length === 0) {
      print(`${api.name} is up to date.`)
      return 0
    }
    const touched = [...drifts.map(({ path }) => join(root, path)), ...(report === undefined ? [] : [report])]
    const text = await orUndone(touched, async (signal) => {
      progress('Writing files …')
      await mend(root, drifts, files, signal)
      const mended = drifts.map(({ path, state }) => `${path} ${done[state]}`)
      progress('Checking the types of all that depends on it …')
      const errors = await typeErrors(packages.check, signal)
      const text = updateReport({ api, changes, written: mended, errors })
      if (report !== undefined) await written(report, () => writeFile(report, `${text}\n`))
      return text
    })
    print(text)
    return 0
  })
}

/** A report that cannot be written must not be found out at the end of all the work. */
async function refuseUnwritable(report: string): Promise<void> {
  const isThere = (await unlessAbsent(() => stat(report))) !== undefined
  if (!isThere) return access(dirname(report), constants.W_OK)
  await (await open(report, 'r+')).close()
}

async function contractBefore({ contract, mergedFrom }: Api, root: string): Promise<string | undefined> {
  return mergedFrom ? unlessAbsent(() => readFile(join(root, contract), 'utf8')) : fileAt(root, 'HEAD', contract)
}

async function wantedFiles(api: Api, root: string, from: string | undefined): Promise<Files> {
  if (api.mergedFrom && from === undefined) throw new Failure(`Where is the new ${api.name}?\nUsage: ${usage}`)
  const pulled: Files = from === undefined ? new Map() : await pulledFrom(from, api)
  return new Map([...pulled, ...(await filesOf(api, root, pulled))])
}

const usage = 'npm run specs:update -- API [--from URL|FILE] [--report FILE]'

function options(args: string[]): { name: string; from: string | undefined; report: string | undefined } {
  return readArguments(usage, () => {
    const { values, positionals } = parseArgs({
      args,
      options: { from: { type: 'string' }, report: { type: 'string' } },
      allowPositionals: true
    })
    const [name, ...rest] = positionals
    if (!name || rest.length > 0) throw new Error('One API is needed.')
    return { name, from: values.from, report: values.report }
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
