import { randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { type Clock, sleep } from '../../utils/clock.ts'
import { readTextFile } from './read-text-file.ts'

/** Milliseconds between two checks of a lock. */
const interval = 50
/** Milliseconds after which an unchanged lock counts as abandoned. */
const patience = 60_000

/**
 * Runs `work` while no other program holds the same lock: a file that only one program can create. An abandoned lock is
 * removed: immediately if its program ran on this machine and has ended, otherwise after a minute.
 */
export async function withFileLock<T>(
  path: string,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  work: () => Promise<T>
): Promise<T> {
  const note = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  let seen: { readonly holder: string; readonly since: number } | undefined
  while (!(await tryToMake(path, note))) {
    const holder = await read(path)
    if (seen?.holder !== holder) seen = { holder, since: clock.now() }
    if (hasEnded(holder) || clock.now() - seen.since >= patience) await takeAway(path, holder)
    else await sleep(clock, interval, signal)
  }
  try {
    return await work()
  } finally {
    if ((await read(path)) === note) await rm(path, { force: true })
  }
}

async function tryToMake(path: string, note: string): Promise<boolean> {
  try {
    await writeFile(path, note, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The holder of the lock; empty if unknown. */
async function read(path: string): Promise<string> {
  const file = await readTextFile(path, { content: 'a lock', maxBytes: 1_024 }).catch(() => undefined)
  return file?.text ?? ''
}

function hasEnded(holder: string): boolean {
  try {
    const { pid, host } = JSON.parse(holder)
    if (host !== hostname() || !Number.isInteger(pid) || pid <= 0) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Removes an abandoned lock. If another program has created its own lock meanwhile, that one is put back. */
async function takeAway(path: string, holder: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    if ((await read(aside)) !== holder) await link(aside, path)
  } catch {
    // It is already gone, or there is a new one.
  }
  await rm(aside, { force: true, recursive: true })
}
