import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Compatibility } from '@geoclients/contract-core'
import { knownQuirks } from '../packages/ogc-client/contract/known-quirks.ts'
import { replays } from '../packages/ogc-client/contract/replays/index.ts'
import { readArguments } from './arguments.ts'
import { compatibilityPage } from './compatibility-page.ts'
import { done, drift, mend } from './files.ts'
import { clients } from './registry.ts'
import { exitCode, here, type Workplace } from './workplace.ts'

const page = 'docs/compatibility.md'

/**
 * `npm run compatibility`: writes the compatibility page from the contracts' features and tables and from what the reader
 * knows of servers. With `--check` it writes
 * nothing and tells where the page is stale.
 *
 * @returns the exit code: 0, or 1 after a failure or a finding.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, print } = workplace
  return exitCode(workplace, async () => {
    const check = wantsCheck(args)
    const wanted = new Map([[page, compatibilityPage(await contracts(), { quirks: knownQuirks, replays })]])
    const drifts = await drift(root, [], wanted)
    if (!check) await mend(root, drifts, wanted)
    const [found] = drifts
    print(`${page} ${found ? (check ? `is ${found.state}` : done[found.state]) : 'is up to date'}`)
    if (found && check) print('Mend with: npm run compatibility')
    return found && check ? 1 : 0
  })
}

/** What the contract suite of each client proves. */
function contracts(): Promise<Compatibility[]> {
  const modules = clients.map(({ folder }) => import(join(here.root, folder, 'contract/compatibility.ts')))
  return Promise.all(modules).then((all) => all.flatMap(({ compatibility }) => compatibility))
}

function wantsCheck(args: string[]): boolean {
  const options = { check: { type: 'boolean', default: false } } as const
  return readArguments('npm run compatibility [-- --check]', () => parseArgs({ args, options }).values.check)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
