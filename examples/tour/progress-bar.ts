import type { JobInfo } from '@geoclients/ogc-client'

/** Shows the state of a job as a bar. In a terminal the bar is redrawn; elsewhere, each state is a line. */
export function drawProgress({ status, progress = 0 }: JobInfo, out: NodeJS.WriteStream = process.stdout): void {
  const done = Math.round(progress / 4)
  const bar = `  [${'#'.repeat(done)}${'.'.repeat(25 - done)}] ${String(progress).padStart(3)} % ${status.padEnd(10)}`
  out.write(out.isTTY ? `\r${bar}` : `${bar}\n`)
}
