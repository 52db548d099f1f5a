import { collect } from '@geoclients/ogc-client/helpers'
import { live } from '../terminal/live.ts'
import { pause } from '../terminal/pause.ts'
import { alignedTable } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { filterOf, type JobsOptions, jobTable, newestFirst } from './jobs.ts'
import { openOgc } from './open.ts'

/** On a terminal: the table of jobs, redrawn until Ctrl-C. In a pipe: a line for each change, until all jobs have ended. */
export async function watchJobs(terminal: Terminal, options: JobsOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const { signal } = terminal
  const width = terminal.widthOf(terminal.stderr)
  if (width === undefined) {
    for await (const job of ogc.watchJobs(filterOf(options), { signal })) {
      await terminal.print(
        options.json ? `${JSON.stringify(job)}\n` : `${job.jobID}\t${job.status}\t${job.message ?? ''}\n`
      )
    }
    return
  }
  const table = await live(terminal)
  try {
    for (;;) {
      const jobs = newestFirst(
        await collect(ogc.iterJobs(filterOf(options), { signal }), { limit: options.limit ?? 1000 })
      )
      const columns = terminal.widthOf(terminal.stderr) ?? width
      const text = await alignedTable(jobTable(jobs), columns, (name) => terminal.style(terminal.stderr, 'bold', name))
      table.update(text, () => `${jobs.length} job${jobs.length === 1 ? '' : 's'}, Ctrl-C ends\n${text}`)
      await pause(options.interval ?? 2000, signal)
    }
  } finally {
    table.stop()
  }
}
