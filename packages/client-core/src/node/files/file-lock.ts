import { randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { type Clock, sleep } from '../../utils/clock.ts'
import { readTextFile } from './read-text-file.ts'

/** Milliseconds between two looks at a lock. */
const interval = 50
/** Milliseconds after which a lock that has not changed is taken for one that was left behind. */
const patience = 60_000

/**
 * Runs `work` while no other program does so with the same lock: a file beside what is locked, which one program alone can
 * make. A lock that was left behind is taken away: at once if its program on this machine has ended, else after a minute.
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

/** Who has the lock; empty if that cannot be told. */
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

/** Whoever was faster has a lock of its own there by now: that one is put back. */
async function takeAway(path: string, holder: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    if ((await read(aside)) !== holder) await link(aside, path)
  } catch {
    // It is gone already, or there is another one by now.
  }
  await rm(aside, { force: true, recursive: true })
}
