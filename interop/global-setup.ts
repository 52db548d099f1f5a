import type { TestProject } from 'vitest/node'
import type { Server } from './server.ts'
import { type ServerName, servers } from './servers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URLs of the servers of this test run: `inject('baseUrls').wraptile`. */
    baseUrls: Readonly<Record<ServerName, string>>
  }
}

/** Starts every server once, in parallel. If a server does not start, the whole run fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const names = Object.keys(servers) as ServerName[]
  const results = await Promise.allSettled(names.map((name) => servers[name]()))
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  if (failed.length > 0) {
    await stopAll(started)
    throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.map(String).join('\n'))
  }
  const baseUrls = names.map((name, index) => [name, started[index]?.baseUrl])
  project.provide('baseUrls', Object.fromEntries(baseUrls) as Record<ServerName, string>)
  return () => stopAll(started)
}

async function stopAll(started: readonly Server[]): Promise<void> {
  await Promise.all(started.map((server) => server.stop()))
}
