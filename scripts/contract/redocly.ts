import { execFile } from 'node:child_process'
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from '../command/failure.ts'
import type { Files } from '../command/files.ts'

const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js')
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: undefined // its mere presence turns colors on
}
const rules = fileURLToPath(new URL('../../redocly.yaml', import.meta.url))
/** Caches results, because most of the time is the start of the program. */
const answers = new Map<string, Promise<string>>()

/**
 * Lints the text of a contract, which need not be on disk, with the rules of the repository. Throws a {@link Failure} with the
 * problems.
 */
export async function lint(contract: string, text: string): Promise<void> {
  const args = ['lint', contract, '--config', rules, '--format', 'codeframe']
  await redocly(args, new Map([[contract, text]]), `${contract} does not pass redocly lint`)
}

/** One change between two OpenAPI documents, as redocly's differ reports it. */
export interface RawChange {
  /** JSON pointer of the node, with references resolved at the first operation that uses them. */
  readonly path: string
  /** Type of the node: `Operation`, `Parameter`, `Schema`. */
  readonly typeName: string
  readonly kind: 'added' | 'removed' | 'modified'
  readonly impact: 'major' | 'minor' | 'patch'
  readonly verdicts?: readonly { readonly ruleId: string; readonly message: string }[]
  /** The field of the node that was modified. */
  readonly property?: string
  readonly base?: Place
  readonly revision?: Place
}

interface Place {
  /** JSON pointer in the document itself, references not resolved. */
  readonly pointer: string
  readonly value?: unknown
}

/** The changes from one OpenAPI document to another. Throws a {@link Failure} if one of them is invalid. */
export async function rawChanges(before: object, after: object): Promise<readonly RawChange[]> {
  const files = new Map([
    ['base.yaml', JSON.stringify(before)],
    ['revision.yaml', JSON.stringify(after)]
  ])
  const args = 'diff base.yaml revision.yaml --format json --output report.json --fail-on none'.split(' ')
  const report = await redocly(args, files, 'The documents cannot be compared')
  return (JSON.parse(report) as { changes: RawChange[] }).changes
}

/**
 * Runs the redocly command line in a temporary folder with only `files`, so it reads no configuration of the repository. Returns
 * the text of `report.json`, if it writes one. If the exit code is not 0, throws a {@link Failure} that begins with `failure`
 * and shows the output.
 */
async function redocly(args: readonly string[], files: Files, failure: string): Promise<string> {
  const question = JSON.stringify([args, ...files])
  const answer = answers.get(question) ?? ask(args, files)
  answers.set(question, answer)
  return answer.catch((cause) => {
    throw new Failure(`${failure}\n${cause.stdout ?? ''}${cause.stderr ?? ''}`.trimEnd(), { cause })
  })
}

async function ask(args: readonly string[], files: Files): Promise<string> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'redocly-'))
  for (const [path, text] of files) {
    await mkdir(join(folder.path, dirname(path)), { recursive: true })
    await writeFile(join(folder.path, path), text)
  }
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: folder.path, env })
  return await readFile(join(folder.path, 'report.json'), 'utf8').catch(() => '')
}
