import { isOgcError, type OgcClient } from '@geoclients/ogc-client'

/** A program that does not know which version of the standard its server uses. */
export async function program(ogc: OgcClient, print: (line: string) => void): Promise<void> {
  const primes = await ogc.run('primes_between', { inputs: { min_val: 10, max_val: 30 } })
  print(`primes: ${await primes.get('return_value').text()}`)

  const request = { inputs: { red: [[0.25, 0.25]], nir: [[0.75, 0.75]] } }
  const results = await ogc.run('ndvi_statistics', request, { return: 'minimal' })
  const preview = results.get('preview')
  print(`preview: ${preview.kind}, ${(await preview.arrayBuffer()).byteLength} bytes of ${preview.mediaType}`)

  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 3600 } }, { mode: 'async' })
  const { jobID, processID, type, status } = await job.refresh()
  print(`${type} ${jobID} of ${processID} is ${status}, saved as ${JSON.stringify(job)}`)
  print(`after dismissal: ${(await job.dismiss()).status}`)

  try {
    await ogc.run('sleep_a_while', { inputs: { duration: 0, fail: true } })
  } catch (error) {
    if (isOgcError(error)) print(`${error.code}: ${error.apiError?.detail}`)
  }
}
