import { Failure } from './failure.ts'

/** What the arguments of a command say. What is wrong with them becomes a {@link Failure} that shows the usage, too. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Failure(`${cause instanceof Error ? cause.message : cause}\nUsage: ${usage}`, { cause })
  }
}
