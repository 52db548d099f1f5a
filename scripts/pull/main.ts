import { parseArgs } from 'node:util'
import { readArguments } from '../command/arguments.ts'
import { Failure } from '../command/failure.ts'
import { done, drift, type Files, mend } from '../command/files.ts'
import { exitCode, here, type Workplace } from '../command/workplace.ts'
import { type Api, apiOf } from '../contract/apis.ts'
import { reduceToStructure } from '../contract/structure.ts'
import { fetchOpenApi, readOpenApi } from './upstream.ts'

/**
 * `npm run specs:pull -- cas --from URL|FILE`: writes the structure of a server's OpenAPI document to the sources of the
 * contract. If the source is not OpenAPI, nothing changes.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode(workplace, async () => {
    const { name, from } = options(args)
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
  const document = /^https?:/i.test(from) ? await fetchOpenApi(from) : await readOpenApi(from)
  return new Map([[mergedFrom.upstream, `${JSON.stringify(reduceToStructure(document), undefined, 2)}\n`]])
}

function options(args: string[]): { name: string; from: string } {
  return readArguments('npm run specs:pull -- API --from URL|FILE', () => {
    const { values, positionals } = parseArgs({ args, options: { from: { type: 'string' } }, allowPositionals: true })
    const [name, ...rest] = positionals
    if (!name || !values.from || rest.length > 0) throw new Error('One API and one source are needed.')
    return { name, from: values.from }
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
