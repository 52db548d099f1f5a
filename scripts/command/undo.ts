import { existsSync } from 'node:fs'
import { readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { unlessAbsent } from './files.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs work that writes `files`, and restores them if it fails or the process is interrupted. On an interrupt, the signal is
 * aborted, the files are restored, and then the process ends.
 */
export async function orUndone<T>(files: readonly string[], work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const restores = await Promise.all(files.map(restoring))
  const stopped = new AbortController()
  let told: NodeJS.Signals | undefined
  const stop = (signal: NodeJS.Signals): void => {
    told = signal
    stopped.abort()
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    const result = await work(stopped.signal)
    stopped.signal.throwIfAborted()
    return result
  } catch (error) {
    await Promise.all(restores.map((restore) => restore()))
    throw error
  } finally {
    for (const signal of signals) process.off(signal, stop)
    if (told) process.kill(process.pid, told)
  }
}

/** What brings a file back to its present state. */
async function restoring(file: string): Promise<() => Promise<void>> {
  const content = await unlessAbsent(() => readFile(file))
  const hasFolder = existsSync(dirname(file))
  return async () => {
    if (content) return writeFile(file, content)
    await rm(file, { force: true })
    if (!hasFolder) await rmdir(dirname(file)).catch(() => undefined) // others may have written there
  }
}
