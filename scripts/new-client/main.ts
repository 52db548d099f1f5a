import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { exitCode, here, type Workplace } from '../command/command.ts'
import { Failure } from '../command/failure.ts'
import { filesOf } from '../generate/main.ts'
import { editedFiles } from './edited-files.ts'
import { plannedFiles, valuesOf } from './planned-files.ts'
import { readRequest } from './read-request.ts'

/**
 * `npm run new:client -- NAME --contract FILE`: writes a package with a client of the API that a contract describes. Everything is
 * checked and made in memory first, so a failure leaves the tree as it was.
 *
 * @returns the exit code: 0, or 1 after a failure.
 */
export function main(args: string[], workplace: Workplace = here): Promise<number> {
  const { root, print } = workplace
  return exitCode('npm run new:client -- NAME --contract FILE', workplace, async () => {
    const client = await readRequest(args, root)
    const { key, api, contract, text } = client
    const values = await valuesOf(client, root)
    const made = await plannedFiles(client, root)
    const out = `packages/${key}-client/src/generated`
    const of = { name: api, contract, out, mockData: true, handwritten: {} }
    const generated = await filesOf(of, root, new Map([[contract, text]]))
    const there = [...made.keys()].find((path) => path !== contract && existsSync(join(root, path)))
    if (there) throw new Failure(`${there} is there already`)
    const edited = await editedFiles(client, String(values.title), root)
    for (const [path, content] of [...made, ...generated, ...edited]) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    await format(root, [...made.keys(), ...edited.keys()])
    for (const path of made.keys()) print(`${path} written`)
    for (const path of generated.keys()) print(`${path} generated`)
    for (const path of edited.keys()) print(`${path} names it`)
    return 0
  })
}

/** In the style of the repository, without imports that only other contracts need. */
export async function format(root: string, paths: readonly string[]): Promise<void> {
  const formatted = paths.filter((path) => /\.(?:ts|json)$/.test(path))
  const args = ['check', '--write', '--unsafe', '--no-errors-on-unmatched', ...formatted]
  await promisify(execFile)(join(root, 'node_modules/.bin/biome'), args, { cwd: root }).catch((cause: unknown) => {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string }
    throw new Failure(`biome does not like what was written:\n${stdout}${stderr}`, { cause })
  })
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
