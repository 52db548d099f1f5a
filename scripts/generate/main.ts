import { parseArgs } from 'node:util'
import { exitCode, here, type Workplace } from '../command/command.ts'
import { drift, type Files, mend } from '../command/files.ts'
import { contractOf } from '../contract/contract.ts'
import { lint } from '../contract/redocly.ts'
import type { Api } from '../registry.ts'
import { mockDataSource } from './mock-data.ts'
import { openapiTypes } from './openapi-types.ts'
import { operationsSource } from './operations.ts'

/**
 * `npm run generate`: writes the generated files of every API. With `--check` it writes nothing, and lists files that are stale,
 * missing or surplus. Everything is generated in memory first, so a failure changes nothing.
 *
 * @returns the exit code: 0, or 1 after a failure or a finding.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, apis, print } = workplace
  return exitCode('npm run generate, or npm run generate:check', workplace, async () => {
    const { check } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } }).values
    const wanted = new Map((await Promise.all(apis.map((api) => filesOf(api, root)))).flatMap((files) => [...files]))
    const folders = apis.map((api) => api.out)
    const drifts = await drift(root, folders, wanted)
    const lines = check ? drifts.map(({ path, state }) => `${path} is ${state}`) : await mend(root, drifts, wanted)
    for (const line of lines) print(line)
    if (drifts.length === 0) print('Generated files are up to date.')
    else if (check) print('Mend with: npm run generate')
    return check && drifts.length > 0 ? 1 : 0
  })
}

/**
 * All generated files of an API. Throws a {@link Failure} if its contract is missing or invalid.
 *
 * @param given sources that replace those on disk.
 */
export async function filesOf(api: Api, root: string, given?: Files): Promise<Files> {
  const { document, text } = await contractOf(api, root, given)
  await lint(api.contract, text)
  const header = `// Made by \`npm run generate\` from ${api.contract}. Do not edit.\n`
  return new Map([
    ...(api.mergedFrom ? [[api.contract, text] as const] : []),
    ...(api.mockData ? [[`${api.out}/mock-data.ts`, header + mockDataSource(document, api.contract)] as const] : []),
    [`${api.out}/operations.ts`, header + operationsSource(document, api.contract)],
    [`${api.out}/types.ts`, header + (await openapiTypes(document, api))]
  ])
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
