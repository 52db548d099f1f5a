import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { expectEqual } from '../expectations.ts'
import { filterCases, listed, there } from '../features/job-filters.ts'

type Table = Readonly<Record<string, Deviation<OgcContext>>>

/** A list of all jobs, where only some were asked for. */
export function ignoredFilters(server: string, client: string): Table {
  return Object.fromEntries(
    filterCases.map(({ name, setUp, matching }): [string, Deviation<OgcContext>] => {
      const message = `the list of jobs by process is ${JSON.stringify(there)}, expected ${JSON.stringify(matching)}`
      const symptom = new RegExp(`^ERR_ASSERTION: ${message.replace(/[[\]]/g, '\\$&')}$`)
      const instead = async (context: OgcContext): Promise<void> =>
        expectEqual('the list of jobs by process', await listed(context, await setUp(context)), there)
      return [`job-list.${name}`, { support: 'no', server, client, symptom, instead }]
    })
  )
}
