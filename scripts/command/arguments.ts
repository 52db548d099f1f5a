import { parseArgs } from 'node:util'
import { Failure } from './failure.ts'

/** Reads the arguments of a command. An error becomes a {@link Failure} that also shows the usage. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Failure(`${cause instanceof Error ? cause.message : cause}\nUsage: ${usage}`, { cause })
  }
}

/** Reads `API --from URL|FILE`. */
export function readApi(usage: string, args: string[]): { name: string; from: string | undefined } {
  return readArguments(usage, () => {
    const { values, positionals } = parseArgs({ args, options: { from: { type: 'string' } }, allowPositionals: true })
    const [name, ...rest] = positionals
    if (!name || rest.length > 0) throw new Error('One API is needed.')
    return { name, from: values.from }
  })
}
