import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from '../failure.ts'
import type { Check } from './check-types.ts'

const program = fileURLToPath(new URL('check-types.ts', import.meta.url))

/**
 * What does not compile in some folders: one line each, as tsc writes it, with paths from the root. Throws a
 * {@link Failure} where they cannot be checked.
 */
export async function typeErrors(check: Check, signal: AbortSignal): Promise<string[]> {
  try {
    // In a process of its own, so that this one can be interrupted meanwhile.
    const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(check)], {
      cwd: check.root,
      maxBuffer: 2 ** 26,
      signal
    })
    return stdout.split('\n').filter((line) => /\berror TS\d+:/.test(line))
  } catch (cause) {
    signal.throwIfAborted()
    const { stderr = '' } = cause as { stderr?: string }
    const reason = stderr.match(/^Error: (.*)$/m)?.[1] ?? stderr
    throw new Failure(`The types cannot be checked in ${check.folders.join(', ')}\n${reason}`.trimEnd(), { cause })
  }
}
