import { parseArgs } from 'node:util'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { isClientError } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve as serveOgc } from '@geoclients/ogc-client/mock/node'
import { tourCas } from './cas-tour.ts'
import { tourOgc } from './ogc-tour.ts'

const shown = ['demo_terrain:elevation', 'demo_land:land_cover', 'demo_soil:clay_0-5cm', 'demo_faults:unreachable']

const usage = `npm start [-- [--ogc URL] [--cas URL [--datasets ID,ID]]]

Shows the clients at work on embedded servers, or on the services whose URLs are given.
The OGC tour runs the processes "primes_between" and "sleep_a_while"; a server without them is only listed.
CAS_API_KEY is sent to the service of --cas.`

const text = { type: 'string' } as const
const options = { ogc: text, cas: text, datasets: text, help: { type: 'boolean', short: 'h' } } as const

try {
  const { ogc, cas, datasets, help } = parseArgs({ options }).values
  if (help) console.log(usage)
  else {
    const both = ogc === undefined && cas === undefined
    if (ogc !== undefined) await tourOgc(ogc)
    else if (both) await onEmbedded(await serveOgc(createOgcMock()), tourOgc)
    if (cas !== undefined) await tourCas(cas, { apiKey: process.env.CAS_API_KEY, datasetIds: datasets?.split(',') })
    else if (both) await onEmbedded(await serveCas(createCasMock()), (url) => tourCas(url, { datasetIds: shown }))
  }
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!isClientError(error) && !wrongOption) throw error
  console.error(`\n${error.name} (${error.code}): ${error.message}`)
  process.exitCode = 1
}

async function onEmbedded(
  server: { readonly url: string; close(): Promise<void> },
  tour: (url: string) => Promise<void>
): Promise<void> {
  console.log(`\nAn embedded server listens at ${server.url}.`)
  await tour(server.url).finally(() => server.close())
}
