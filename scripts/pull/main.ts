import { readApi } from '../command/arguments.ts'
import { Failure } from '../command/failure.ts'
import { done, drift, type Files, mend } from '../command/files.ts'
import { exitCode, here, type Workplace } from '../command/workplace.ts'
import { type Api, apiOf } from '../contract/apis.ts'
import { reduceToStructure } from '../contract/structure.ts'
import { readUpstream } from './upstream.ts'

const usage = 'npm run specs:pull -- API --from URL|FILE'

/**
 * `npm run specs:pull -- cas --from URL|FILE`: writes the structure of a server's OpenAPI document to the sources of the
 * contract. If the source is not OpenAPI, nothing changes.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode(workplace, async () => {
    const { name, from } = readApi(usage, args)
    if (from === undefined) throw new Failure(`One source is needed.\nUsage: ${usage}`)
    const wanted = await pulledFrom(from, apiOf(name, apis))
    const drifts = await drift(root, [], wanted)
    await mend(root, drifts, wanted)
    for (const { path, state } of drifts) print(`${path} ${done[state]}. Go on with: npm run generate`)
    if (drifts.length === 0) print(`${[...wanted.keys()]} is up to date.`)
    return 0
  })
}

/** The pulled document of an API as a file of the repository. */
export async function pulledFrom(from: string, { contract, mergedFrom }: Api): Promise<Files> {
  if (!mergedFrom) throw new Failure(`${contract} is written by hand, there is nothing to pull for it`)
  const structure = reduceToStructure(await readUpstream(from))
  return new Map([[mergedFrom.upstream, `${JSON.stringify(structure, undefined, 2)}\n`]])
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
