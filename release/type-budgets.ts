/*
 * The second half of `npm run budgets`: how many types the compiler instantiates for a few ordinary calls. The number is
 * proportional to the time, but the same on every machine. Fails if a number grows by more than a fifth.
 * `node release/type-budgets.ts --update` writes the new numbers.
 */
process.env.ATTEST_CONFIG = JSON.stringify({
  compilerOptions: { moduleResolution: 'nodenext' },
  tsconfig: `${import.meta.dirname}/tsconfig.json`
})
const { bench } = await import('@ark/attest')
const { CasClient } = await import('@geoclients/cas-client')
const { OgcClient, isOgcError } = await import('@geoclients/ogc-client')

bench('ogc-client', async () => {
  const ogc = new OgcClient({ baseUrl: 'https://example.org' })
  const results = await ogc.run('primes_between', {
    inputs: { min_val: 10, max_val: 30 }
  })
  const job = await ogc.submit('primes_between', { inputs: {} }, { mode: 'async' })
  const { status } = await job.wait()
  const failure = await ogc.getProcess('nowhere').catch((error) => (isOgcError(error) ? error.code : 'none'))
  return [await results.get('return_value').json(), status, failure]
}).types([718, 'instantiations'])

bench('cas-client', async () => {
  const cas = new CasClient({ baseUrl: 'https://example.org' })
  const point = { type: 'Point' as const, coordinates: [7.45, 46.95] }
  const response = await cas.extract({
    geometry: point,
    datasetIds: ['demo_terrain:elevation']
  })
  const providers: string[] = []
  for await (const { slug } of cas.iterProviders()) providers.push(slug)
  return [response, providers]
}).types([147, 'instantiations'])
