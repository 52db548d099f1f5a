import { exitCode, here, readApi, type Workplace } from '../command/command.ts'
import { Failure, Misuse, reasonOf } from '../command/failure.ts'
import { drift, type Files, mend } from '../command/files.ts'
import { reduceToStructure } from '../contract/arrange.ts'
import { parseOpenApi, readText } from '../contract/contract.ts'
import { isMap } from '../contract/nodes.ts'
import type { Api } from '../registry.ts'

/**
 * `npm run specs:pull -- cas --from URL|FILE`: writes the structure of a server's OpenAPI document to the sources of the
 * contract. If the source is not OpenAPI, nothing changes.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode('npm run specs:pull -- API --from URL|FILE', workplace, async () => {
    const { api, from } = readApi(args, apis)
    if (from === undefined) throw new Misuse('One source is needed.')
    const wanted = await pulledFrom(from, api)
    const actions = await mend(root, await drift(root, [], wanted), wanted)
    for (const action of actions) print(`${action}. Go on with: npm run generate`)
    if (actions.length === 0) print(`${[...wanted.keys()]} is up to date.`)
    return 0
  })
}

/** The pulled document of an API as a file of the repository. */
export async function pulledFrom(from: string, { contract, mergedFrom }: Api): Promise<Files> {
  if (!mergedFrom) throw new Failure(`${contract} is written by hand, there is nothing to pull for it`)
  const structure = reduceToStructure(await readUpstream(from))
  return new Map([[mergedFrom.upstream, `${JSON.stringify(structure, undefined, 2)}\n`]])
}

/**
 * Reads the OpenAPI document in a file, or of a running server: at the URL, or at `openapi.json` below it. Throws a
 * {@link Failure} that says what is there instead.
 */
async function readUpstream(from: string): Promise<object> {
  if (!/^https?:/i.test(from)) return described(await readText('', from), from)
  const failures: string[] = []
  for (const url of candidates(from)) {
    try {
      return described(await fetchText(url), url.href)
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      failures.push(cause.message)
    }
  }
  throw new Failure(failures.join('\n'))
}

function candidates(from: string): URL[] {
  if (!URL.canParse(from)) throw new Failure(`${from} is not a URL`)
  const given = new URL(from)
  if (given.username || given.password) throw new Failure('The URL must not contain credentials')
  const below = new URL(given)
  below.pathname = `${given.pathname.replace(/\/$/, '')}/openapi.json`
  return given.pathname.endsWith('.json') ? [given] : [given, below]
}

async function fetchText(url: URL): Promise<string> {
  const headers = { accept: 'application/json, application/yaml;q=0.9, */*;q=0.1' }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) }).catch((cause) => {
    throw new Failure(`${url} cannot be reached (${reasonOf(cause)})`, { cause })
  })
  if (!response.ok) throw new Failure(`${url} answered ${response.status}`)
  return response.text()
}

function described(text: string, name: string): object {
  const document = parseOpenApi(text, name)
  if (isMap(document.paths) && Object.keys(document.paths).length > 0) return document
  throw new Failure(`${name} describes no paths`)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
