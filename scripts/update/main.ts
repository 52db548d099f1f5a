import { access, constants, open, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArguments } from '../command/arguments.ts'
import { done, drift, type Files, mend, unlessAbsent, written } from '../command/files.ts'
import { fileAt } from '../command/git.ts'
import { exitCode, here, type Workplace } from '../command/workplace.ts'
import { apiOf } from '../contract/apis.ts'
import { parseOpenApi, readText } from '../contract/documents.ts'
import { changesBetween, withoutContent } from '../diff/changes.ts'
import { filesOf } from '../generate/main.ts'
import { pulledFrom } from '../pull/main.ts'
import { draft, draftPath } from './draft.ts'
import { updateReport } from './report.ts'
import { ownerOf, typeErrors } from './type-errors.ts'
import { orUndone } from './undo.ts'

/**
 * `npm run specs:update -- API [--from URL|FILE] [--report FILE]`: everything from a changed API to a change that can be
 * reviewed. A contract that is merged from a server's own document is pulled anew with `--from`; one written by hand has been
 * edited already. Then the contract is merged, linted and compared with the last commit, the types are generated, all that
 * uses them is type-checked, and a changeset is drafted. The report is Markdown.
 *
 * What was written is taken back if the rest fails or is interrupted, so the tree is as it was then. Code that does not
 * compile any more is no failure: it is what the report is for.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print, progress = () => undefined } = workplace
  return exitCode(workplace, async () => {
    const { name, from, report } = options(args)
    const api = apiOf(name, apis)
    if (report !== undefined) await written(report, () => refuseUnwritable(report))
    const owner = await ownerOf(api, root)
    progress(`Merging, linting and generating ${name} …`)
    const pulled: Files = from === undefined ? new Map() : await pulledFrom(from, api)
    const files = new Map([...pulled, ...(await filesOf(api, root, pulled))])
    const after = files.get(api.contract) ?? (await readText(root, api.contract))

    progress('Comparing the contracts …')
    const before = (await fileAt(root, 'HEAD', api.contract)) ?? withoutContent(after)
    const changes = await changesBetween(before, after)
    const drifts = await drift(root, [api.out], files)
    if (drifts.length === 0 && changes.length === 0) {
      print(`${api.name} is up to date.`)
      return 0
    }
    const changeset = await draftPath(api, root)
    const touched = [...drifts.map(({ path }) => join(root, path)), ...(changeset ? [join(root, changeset)] : [])]
    const text = await orUndone([...touched, ...(report === undefined ? [] : [report])], async (signal) => {
      progress('Writing files …')
      await mend(root, drifts, files, signal)
      progress('Checking the types of all that depends on it …')
      const errors = await typeErrors(owner, root, signal)
      const actions = drifts.map(({ path, state }) => `${path} ${done[state]}`)
      if (changeset) {
        const earlier = await unlessAbsent(() => readFile(join(root, changeset), 'utf8'))
        const words = draft(titleOf(after), owner, changes, errors, earlier)
        await mend(root, [{ path: changeset, state: 'stale' }], new Map([[changeset, words]]), signal)
        if (words !== earlier) actions.push(`${changeset} ${earlier === undefined ? 'written' : 'updated'}`)
      }
      const text = updateReport(api, changes, actions, errors)
      if (report !== undefined) await written(report, () => writeFile(report, `${text}\n`))
      return text
    })
    print(text)
    return 0
  })
}

/** Fails before the work if the report cannot be written. */
async function refuseUnwritable(report: string): Promise<void> {
  const isThere = (await unlessAbsent(() => stat(report))) !== undefined
  if (!isThere) return access(dirname(report), constants.W_OK)
  await (await open(report, 'r+')).close()
}

function titleOf(contract: string): string {
  const { info } = parseOpenApi(contract, 'The contract') as { info?: { title?: unknown; version?: unknown } }
  return `The types follow ${info?.title ?? 'the API'}, version ${info?.version ?? 'unknown'}.`
}

function options(args: string[]): { name: string; from: string | undefined; report: string | undefined } {
  return readArguments('npm run specs:update -- API [--from URL|FILE] [--report FILE]', () => {
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
