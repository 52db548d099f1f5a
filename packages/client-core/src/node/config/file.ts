import type { ErrorFactory } from '../../errors/client-error.ts'
import { FileProblem, readTextFile } from '../files/read-text-file.ts'
import { whoCanChange } from '../files/who-can-change.ts'

// Parsing takes time quadratic in the size, because all keys are compared.
const maxBytes = 64 * 1024

/** A settings file as read from disk. */
export interface ConfigFile {
  readonly text: string
  /** Permission bits; 0 if the system has none. */
  readonly mode: number
  /** How others could change it, as text that follows the path. */
  readonly risk: string | undefined
}

/** Reads a file; undefined if there is none. */
export async function readConfigFile(path: string, make: ErrorFactory): Promise<ConfigFile | undefined> {
  try {
    const file = await readTextFile(path, { content: 'YAML or JSON', maxBytes })
    if (!file) return undefined
    const mode = process.platform === 'win32' ? 0 : file.stats.mode & 0o777
    return { text: file.text, mode, risk: await whoCanChange(path, file.stats, 'user or root') }
  } catch (cause) {
    if (cause instanceof FileProblem && cause.code === 'ENOTDIR') return undefined
    if (cause instanceof FileProblem) throw make({ code: 'config', message: `${path} ${cause.message}` })
    throw cause
  }
}
