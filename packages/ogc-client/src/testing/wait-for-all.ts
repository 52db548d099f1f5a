import { expect } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { onDemand } from '../on-demand/load.ts'
import { type JobServer, type JobServerOptions, jobServer } from './job-server.ts'

/** Whether a request asks for the job list. */
export const isList = (line: string): boolean => line.startsWith('GET /jobs?')

/** Waits for all jobs of a server by handles of their own. */
export async function waitForAll(options: JobServerOptions, time: number): Promise<JobServer> {
  await onDemand.load(makeOgcError) // virtual time does not wait for files
  const server = jobServer(options)
  const waits = Object.keys(options.ends).map((id) => server.ogc.job(id).wait())
  await server.clock.advance(time)
  for (const info of await Promise.all(waits)) expect(info.status).toBe('successful')
  expect(server.clock.pending).toBe(0)
  return server
}
