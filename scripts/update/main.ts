import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCode, here, readApi, type Workplace } from '../command/command.ts'
import { drift, type Files, fileAt, mend, unlessAbsent } from '../command/files.ts'
import { orUndone } from '../command/undo.ts'
import { parseOpenApi, readText } from '../contract/contract.ts'
import { changesBetween, withoutContent } from '../diff/changes.ts'
import { filesOf } from '../generate/main.ts'
import { pulledFrom } from '../pull/main.ts'
import { draft, draftPath } from './draft.ts'
import { updateReport } from './report.ts'
import { ownerOf, typeErrors } from './type-errors.ts'

/**
 * `npm run specs:update -- API [--from URL|FILE]`: everything from a changed API to a change that can be
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
  return exitCode('npm run specs:update -- API [--from URL|FILE]', workplace, async () => {
    const { api, from } = readApi(args, apis)
    const owner = await ownerOf(api, root)
    progress(`Merging, linting and generating ${api.name} …`)
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
    const text = await orUndone(touched, async (signal) => {
      progress('Writing files …')
      const actions = await mend(root, drifts, files, signal)
      progress('Checking the types of all that depends on it …')
      const errors = await typeErrors(owner, root, signal)
      if (changeset) {
        const earlier = await unlessAbsent(() => readFile(join(root, changeset), 'utf8'))
        const drafted = new Map([[changeset, draft(titleOf(after), owner, changes, errors, earlier)]])
        actions.push(...(await mend(root, await drift(root, [], drafted), drafted, signal)))
      }
      return updateReport(api, changes, actions, errors)
    })
    print(text)
    return 0
  })
}

function titleOf(contract: string): string {
  const { info } = parseOpenApi(contract, 'The contract') as { info?: { title?: unknown; version?: unknown } }
  return `The types follow ${info?.title ?? 'the API'}, version ${info?.version ?? 'unknown'}.`
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
