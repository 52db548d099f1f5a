import type {
  AttributeResponse,
  AttributeResult,
  BatchAttributeResponse,
  Dataset,
  DatasetListResponse,
  Point,
  ProviderDetail,
  ProviderListResponse,
  ProviderSummary
} from '../generated/types.ts'

export const point: Point = { type: 'Point', coordinates: [7.45, 46.95] }

export function resultOf(datasetId: string, more: Partial<AttributeResult> = {}): AttributeResult {
  const [provider = '', variable = ''] = datasetId.split(':')
  return {
    ...{ dataset_id: datasetId, variable, value: 81.5, units: 'm', aggregation: 'mean', quality: 'good' },
    ...{ coverage_fraction: 1, pixel_count: 1, timestamp: null, provider, elapsed_ms: 7 },
    ...{ provenance: '', valid_range: [-500, 9000], ...more }
  }
}

/** An answer to an extraction with a result for each of these datasets. */
export function extraction(datasetIds: readonly string[], warnings: readonly string[] = []): AttributeResponse {
  return {
    ...{ request_id: '68e4aca64b06', geometry_hash: '2007c3c6ad0cec05', elapsed_ms: 12 },
    ...{ results: datasetIds.map((id) => resultOf(id)), warnings: [...warnings] }
  }
}

export function batchOf(...responses: readonly AttributeResponse[]): BatchAttributeResponse {
  const total_results = responses.reduce((sum, { results }) => sum + results.length, 0)
  const totals = { total_geometries: responses.length, total_results }
  return { request_id: 'd010b24fd776', responses: [...responses], ...totals, elapsed_ms: 30 }
}

export function summaryOf(slug: string): ProviderSummary {
  return { slug, name: slug.toUpperCase(), protocol: 'rest', base_url: `https://${slug}.example` }
}

export function providerOf(slug: string): ProviderDetail {
  return { ...summaryOf(slug), datasets: [datasetOf(`${slug}:a`)] }
}

export function datasetOf(id: string): Dataset {
  return {
    ...{ id, provider: id.split(':')[0] ?? '', name: id, description: '', citation: '', license: '', crs: 'EPSG:4326' },
    ...{ protocol: 'rest', resolution_m: 30, bbox: { min_lon: -180, min_lat: -60, max_lon: 180, max_lat: 82 } },
    temporal: { start: null, end: null, temporal_type: 'static' },
    variables: []
  }
}

/** One page of the list of providers, as the service numbers it. */
export function providersPage(all: readonly ProviderSummary[], offset: number, limit: number): ProviderListResponse {
  const providers = all.slice(offset, offset + limit)
  return { total: all.length, limit, offset, count: providers.length, providers }
}

/** One page of the catalogue, as the service numbers it. */
export function datasetsPage(all: readonly Dataset[], offset: number, limit: number): DatasetListResponse {
  const datasets = all.slice(offset, offset + limit)
  return { total: all.length, limit, offset, count: datasets.length, datasets }
}

/** The envelope of the service's own errors. */
export function envelope(type: string, message: string, more: object = {}): object {
  return { error: { type, message, request_id: 'eb4affdf4e26', ...more } }
}
