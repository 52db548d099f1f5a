import { CasClient } from '@geoclients/cas-client'
import { extractCatchments, extractPoint, listDatasets, openRing, unknownDataset } from './cas-steps.ts'
import { heading, printTable } from './print.ts'

export interface CasTourOptions {
  readonly apiKey?: string | undefined
  /** The datasets to extract. Default: the first datasets of the catalogue. */
  readonly datasetIds?: readonly string[] | undefined
}

/** Demonstrates the CAS client. */
export async function tourCas(baseUrl: string, { apiKey, datasetIds }: CasTourOptions = {}): Promise<void> {
  using cas = new CasClient({ baseUrl, apiKey })

  const { providers, datasets } = await listDatasets(cas)
  heading(`The attribute service knows ${providers} providers; its first datasets are`)
  printTable(datasets)
  const some = datasetIds ?? [...datasets.keys()].slice(0, 4)
  const [first] = some
  if (first === undefined) {
    console.log('\nThe tour ends here: this service has no datasets.')
    return
  }

  heading('The attributes of a point in Bern')
  for (const [id, result] of await extractPoint(cas, some)) {
    const value = result ? `${JSON.stringify(result.value)} ${result.units} (${result.quality})` : 'no result'
    console.log(`  ${id.padEnd(30)} ${value}`)
  }

  heading('The attributes of two catchments, in one request')
  const { catchments, values } = await extractCatchments(cas, some)
  console.log(`  ${values} values for ${catchments} catchments`)

  heading('A dataset that does not exist')
  for (const [id, reason] of await unknownDataset(cas, first)) console.log(`  ${id}: ${reason}`)

  heading('A polygon that is not closed, refused before it is sent')
  const refusal = await openRing(cas, first)
  console.log(`  ${refusal.code}: ${refusal.message}`)
}
