import { parseArgs } from 'node:util'
import { readArguments } from '../command/arguments.ts'
import { fileAt } from '../command/git.ts'
import { exitCode, here, type Workplace } from '../command/workplace.ts'
import { contractOf } from '../contract/contract.ts'
import { changesBetween, withoutContent } from './changes.ts'
import { changeList, tally } from './report.ts'

/**
 * `npm run specs:diff [-- REF]`: what changed in each contract since a commit, tag or branch (by default `HEAD`), rated for
 * the users of the clients by the rule in diff/rating.ts.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode(workplace, async () => {
    const ref = options(args)
    for (const api of apis) {
      const [before, { text: after }] = await Promise.all([fileAt(root, ref, api.contract), contractOf(api, root)])
      const changes = await changesBetween(before ?? withoutContent(after), after)
      print(`## ${api.name} since ${ref}: ${tally(changes)}`)
      if (changes.length > 0) print(changeList(changes))
    }
    return 0
  })
}

function options(args: string[]): string {
  return readArguments('npm run specs:diff [-- REF]', () => {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    if (positionals.length > 1) throw new Error('One commit, tag or branch at most.')
    return positionals[0] ?? 'HEAD'
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
