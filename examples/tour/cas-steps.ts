import {
  type AttributeResult,
  byDataset,
  type CasClient,
  type CasError,
  failedDatasets,
  type GeoJsonGeometry,
  isCasError
} from '@geoclients/cas-client'

/** A point in Bern, and two made-up catchments near it. */
const point: GeoJsonGeometry = { type: 'Point', coordinates: [7.45, 46.95] }
const catchments = [catchment(7.4, 46.9), catchment(7.6, 46.8)]

/** The number of providers, and the first datasets of the catalogue. */
export async function listDatasets(cas: CasClient): Promise<{ providers: number; datasets: Map<string, string> }> {
  const { providers_registered: providers } = await cas.health()
  const datasets = new Map<string, string>()
  for await (const { id, name } of cas.iterDatasets()) {
    datasets.set(id, name)
    if (datasets.size === 12) break
  }
  return { providers, datasets }
}

/** The attributes of one point by dataset; undefined if the service found none. */
export async function extractPoint(
  cas: CasClient,
  datasetIds: readonly string[]
): Promise<Map<string, AttributeResult | undefined>> {
  const response = await cas.extract({ geometry: point, datasetIds })
  return new Map(datasetIds.map((id) => [id, byDataset(response, id)]))
}

/** The attributes of several catchments at once. */
export async function extractCatchments(
  cas: CasClient,
  datasetIds: readonly string[]
): Promise<{ catchments: number; values: number }> {
  const { total_geometries, total_results } = await cas.batchExtract({ geometries: catchments, datasetIds })
  return { catchments: total_geometries, values: total_results }
}

/** Requests a dataset that does not exist together with one that does. The response is a success, and names the failure. */
export async function unknownDataset(cas: CasClient, datasetId: string): Promise<ReadonlyMap<string, string>> {
  const datasetIds = [datasetId, 'nobody:nothing']
  return failedDatasets(await cas.extract({ geometry: point, datasetIds }), { datasetIds })
}

/** A ring that is not closed is refused before anything is sent. */
export async function openRing(cas: CasClient, datasetId: string): Promise<CasError> {
  const ring = [
    [7.4, 46.9],
    [7.5, 46.9],
    [7.5, 47],
    [7.4, 47]
  ]
  try {
    await cas.extract({ geometry: { type: 'Polygon', coordinates: [ring] }, datasetIds: [datasetId] })
  } catch (error) {
    if (isCasError(error)) return error
    throw error
  }
  throw new Error('this was expected to fail, but it did not')
}

function catchment(west: number, south: number): GeoJsonGeometry {
  const [east, north] = [west + 0.1, south + 0.1]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
