import { isOgcError, OgcClient } from '@geoclients/ogc-client'

/** The first steps of a new user of `@geoclients/ogc-client`. The result must be the same everywhere. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const ogc = new OgcClient({ baseUrl })
  const request = { inputs: { min_val: 10, max_val: 30 } }

  const results = await ogc.run('primes_between', request)
  const primes = await results.get('return_value').json()

  const job = await ogc.submit('primes_between', request, { mode: 'async' })
  const { status } = await job.wait()
  const resumed = ogc.job(JSON.parse(JSON.stringify(job)))
  const again = await (await resumed.results()).get('return_value').json()

  const missing = await ogc.getProcess('nowhere').then(
    () => 'found',
    (error: unknown) => (isOgcError(error) ? `${error.code} ${error.status}` : String(error))
  )

  const abort = new AbortController()
  const sleeping = ogc.run(
    'sleep_a_while',
    { inputs: { duration: 60 } },
    { signal: abort.signal, dismissOnAbort: true }
  )
  setTimeout(() => abort.abort(), 300)
  const aborted = await sleeping.then(
    () => 'finished',
    (error: unknown) => (error as Error).name
  )
  ogc.close()
  return { primes, status, again, missing, aborted }
}

/** The expected result. */
export const expected: unknown = {
  primes: [11, 13, 17, 19, 23, 29],
  status: 'successful',
  again: [11, 13, 17, 19, 23, 29],
  missing: 'http-status 404',
  aborted: 'AbortError'
}
