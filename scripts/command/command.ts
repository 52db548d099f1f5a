import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Api, apis } from '../registry.ts'
import { Failure, Misuse } from './failure.ts'

/** The folder and output of a command. Tests replace it. */
export interface Workplace {
  /** Root of the repository; the paths of the table are relative to it. */
  readonly root: string
  readonly apis: readonly Api[]
  readonly print: (line: string) => void
  /** Reports the steps of a long command. Default: nothing. */
  readonly progress?: (step: string) => void
}

export const here: Workplace = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  apis,
  print: console.log,
  progress: console.error
}

/**
 * Runs a command. An error that the user can fix is printed, with exit code 1; wrong arguments with the usage as well. Any other
 * error is a bug and is thrown.
 */
export async function exitCode(usage: string, { print }: Workplace, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (isMisuse(error)) print(`${error.message}\nUsage: ${usage}`)
    else if (error instanceof Failure) print(error.message)
    else throw error
    return 1
  }
}

/** Also what `parseArgs` throws. */
function isMisuse(error: unknown): error is Error {
  if (error instanceof Misuse) return true
  return error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS_/.test(String(error.code))
}

/** Reads `API --from URL|FILE`. Throws a {@link Failure} for an API that is not known. */
export function readApi(args: string[], known: readonly Api[]): { api: Api; from: string | undefined } {
  const { values, positionals } = parseArgs({ args, options: { from: { type: 'string' } }, allowPositionals: true })
  const [name, ...rest] = positionals
  if (!name || rest.length > 0) throw new Misuse('One API is needed.')
  const api = known.find((candidate) => candidate.name === name)
  if (!api) throw new Failure(`There is no API ${name}, only ${known.map((other) => other.name).join(', ')}`)
  return { api, from: values.from }
}
