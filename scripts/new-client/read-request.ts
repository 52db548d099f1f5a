import { existsSync, globSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, Misuse } from '../command/failure.ts'
import { parseOpenApi, readText } from '../contract/contract.ts'
import type { ContractNode } from '../contract/nodes.ts'
import { lint } from '../contract/redocly.ts'
import { isReserved } from './reserved-words.ts'

/** What a new client is to be called, and what it is made from. */
export interface NewClient {
  /** `features` of `packages/features-client`. */
  readonly key: string
  /** Of the API: the folder in `specs/`. */
  readonly api: string
  /** Below the root. */
  readonly contract: string
  readonly text: string
  readonly document: ContractNode
}

/** Reads and checks everything before anything is written; throws a {@link Failure} for what is wrong. */
export async function readRequest(args: string[], root: string): Promise<NewClient> {
  const { key, file } = readCommandLine(args)
  checkName(key, root)
  const path = relative(root, isAbsolute(file) ? file : join(root, file)).replaceAll('\\', '/')
  const text = await readText(root, path)
  const document = parseOpenApi(text, file) as ContractNode
  const [, folder] = /^specs\/([\w-]+)\/openapi\.yaml$/.exec(path) ?? []
  const contract = folder === undefined ? `specs/${key}/openapi.yaml` : path
  if (folder === undefined && existsSync(join(root, contract))) throw new Failure(`${contract} is there already`)
  await lint(contract, text)
  return { key, api: folder ?? key, contract, text, document }
}

function readCommandLine(args: string[]): { key: string; file: string } {
  const options = { contract: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [key, ...more] = positionals
  if (key === undefined) throw new Misuse('There is no NAME for the new client')
  if (more.length > 0) throw new Misuse(`There is more than one NAME: ${positionals.join(', ')}`)
  if (!values.contract) throw new Misuse('There is no --contract FILE')
  return { key, file: values.contract }
}

function checkName(key: string, root: string): void {
  if (!/^[a-z][a-z0-9]{1,30}$/.test(key)) {
    const why = 'it becomes the name of a package, of classes and of files'
    throw new Failure(`NAME must be 2 to 31 small letters and digits, beginning with a letter, got "${key}": ${why}`)
  }
  if (key === 'client' || isReserved(key))
    throw new Failure(`NAME must not be the word ${key}: code has another use of it`)
  const folders = globSync('{packages,apps}/*', { cwd: root }).map((folder) => folder.replaceAll('\\', '/'))
  const same = [`packages/${key}-client`, `packages/${key}`, `apps/${key}`].find((folder) => folders.includes(folder))
  if (same) throw new Failure(`The name ${key} is taken: ${same} is there already`)
}
