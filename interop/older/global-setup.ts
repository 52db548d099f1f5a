import type { TestProject } from 'vitest/node'
import { type OlderServer, olderServers, startOlder } from './servers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URLs of the servers of this run. */
    olderUrls: Readonly<Record<OlderServer, string>>
  }
}

/** Starts every server once, in parallel. If a server does not start, the whole run fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const results = await Promise.allSettled(olderServers.map(startOlder))
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()))
  }
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  const urls = olderServers.map((name, i) => [name, started[i]?.baseUrl])
  project.provide('olderUrls', Object.fromEntries(urls) as Record<OlderServer, string>)
  return stop
}
