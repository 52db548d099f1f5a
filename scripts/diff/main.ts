import { parseArgs } from 'node:util'
import { exitCode, here, type Workplace } from '../command/command.ts'
import { Misuse } from '../command/failure.ts'
import { fileAt } from '../command/files.ts'
import { contractOf } from '../contract/contract.ts'
import { changeList, changesBetween, tally, withoutContent } from './changes.ts'

/**
 * `npm run specs:diff [-- REF]`: what changed in each contract since a commit, tag or branch (by default `HEAD`), rated for
 * the users of the clients by the rule in diff/rating.ts.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode('npm run specs:diff [-- REF]', workplace, async () => {
    const [ref = 'HEAD', ...more] = parseArgs({ args, allowPositionals: true }).positionals
    if (more.length > 0) throw new Misuse('One commit, tag or branch at most.')
    for (const api of apis) {
      const [before, { text: after }] = await Promise.all([fileAt(root, ref, api.contract), contractOf(api, root)])
      const changes = await changesBetween(before ?? withoutContent(after), after)
      print(`## ${api.name} since ${ref}: ${tally(changes)}`)
      if (changes.length > 0) print(changeList(changes))
    }
    return 0
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
