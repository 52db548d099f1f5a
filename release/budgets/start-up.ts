import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

export interface StartUp {
  /** Median time to start Node, import and end, in ms. */
  readonly time: number
  /** Median resident memory at the end, in MiB: what the system sees, and as restless as it. */
  readonly resident: number
  /** Median of what is alive on the heap at the end, in MiB. */
  readonly heap: number
}

/**
 * What starting Node costs with each of the modules imported; undefined stands for none. The runs take turns, so that a busy
 * machine is as busy for each of them.
 */
export function startUps(files: readonly (string | undefined)[], rounds: number): StartUp[] {
  const runs = files.map((): StartUp[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, file] of files.entries()) runs[index]?.push(startUp(file))
  }
  return runs.map((all) => ({
    time: median(all.map(({ time }) => time)),
    resident: median(all.map(({ resident }) => resident)),
    heap: median(all.map(({ heap }) => heap))
  }))
}

function startUp(file: string | undefined): StartUp {
  const load = file === undefined ? '' : `await import(${JSON.stringify(pathToFileURL(file).href)});`
  const measure =
    'gc(); const { rss, heapUsed } = process.memoryUsage(); console.log(rss / 2 ** 20, heapUsed / 2 ** 20)'
  const begun = performance.now()
  const args = ['--expose-gc', '--input-type=module', '--eval', load + measure]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} cannot be imported: ${stderr}`)
  const time = performance.now() - begun
  const [resident = Number.NaN, heap = Number.NaN] = stdout.split(' ').map(Number)
  return { time, resident, heap }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
