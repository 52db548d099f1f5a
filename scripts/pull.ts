import { parseArgs } from 'node:util'
import type { Api, Sources } from './apis.ts'
import { Failure } from './failure.ts'
import { done, drift, mend } from './files.ts'
import { reduceToStructure } from './structure.ts'
import { fetchOpenApi, readOpenApi } from './upstream.ts'
import { exitCode, here, type Workplace } from './workplace.ts'

/**
 * `npm run specs:pull -- cas --from URL|FILE`: writes the structure of a server's own OpenAPI document to where the contract
 * is merged from. A source that is no OpenAPI leaves the tree as it was.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode(workplace, async () => {
    const { name, from } = options(args)
    const { upstream } = sourcesOf(name, apis)
    const document = /^https?:/i.test(from) ? await fetchOpenApi(from) : await readOpenApi(from)
    const wanted = new Map([[upstream, `${JSON.stringify(reduceToStructure(document), undefined, 2)}\n`]])
    const drifts = await drift(root, [], wanted)
    await mend(root, drifts, wanted)
    for (const { path, state } of drifts) print(`${path} ${done[state]}. Go on with: npm run generate`)
    if (drifts.length === 0) print(`${upstream} is up to date.`)
    return 0
  })
}

function options(args: string[]): { name: string; from: string } {
  const usage = 'Usage: npm run specs:pull -- API --from URL|FILE'
  try {
    const { values, positionals } = parseArgs({ args, options: { from: { type: 'string' } }, allowPositionals: true })
    const [name, ...rest] = positionals
    if (!name || !values.from || rest.length > 0) throw new Error('One API and one source are needed.')
    return { name, from: values.from }
  } catch (cause) {
    throw new Failure(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause })
  }
}

function sourcesOf(name: string, apis: readonly Api[]): Sources {
  const api = apis.find((candidate) => candidate.name === name)
  if (!api) throw new Failure(`There is no API ${name}, only ${apis.map((known) => known.name).join(', ')}`)
  if (!api.mergedFrom) throw new Failure(`${api.contract} is written by hand, there is nothing to pull for it`)
  return api.mergedFrom
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
