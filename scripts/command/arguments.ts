import { Failure } from './failure.ts'

/** Reads the arguments of a command. An error becomes a {@link Failure} that also shows the usage. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Failure(`${cause instanceof Error ? cause.message : cause}\nUsage: ${usage}`, { cause })
  }
}
