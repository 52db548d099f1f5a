import type { AttributeResponse, AttributeResult } from '../generated/types.ts'
import type { ExtractOptions } from '../request/extract-body.ts'

/** The result for one dataset, or undefined. The order of results is not defined, so do not use their index. */
export function byDataset(response: AttributeResponse, datasetId: string): AttributeResult | undefined {
  return response.results.find(({ dataset_id }) => dataset_id === datasetId)
}

/**
 * The datasets that you asked for and that have no result, each with the reason from the service's warnings.
 *
 * @example
 * for (const [id, reason] of failedDatasets(response, { datasetIds })) console.warn(id, reason)
 */
export function failedDatasets(
  response: AttributeResponse,
  { datasetIds }: Pick<ExtractOptions, 'datasetIds'>
): ReadonlyMap<string, string> {
  const reason = reasons(response.warnings)
  return new Map(missingDatasets(response, datasetIds).map((id) => [id, reason(id)]))
}

/** The datasets without a result. */
export function missingDatasets({ results }: AttributeResponse, datasetIds: readonly string[]): string[] {
  const answered = new Set(results.map(({ dataset_id }) => dataset_id))
  return datasetIds.filter((id) => !answered.has(id))
}

/** The reason for a dataset. A warning starts with the dataset's id, often twice. A warning about the geometry concerns all datasets. */
export function reasonFor(id: string, warnings: readonly string[]): string {
  return reasons(warnings)(id)
}

function reasons(warnings: readonly string[]): (id: string) => string {
  const own = new Map<string, string>()
  for (const warning of warnings) {
    const id = warning.slice(0, Math.max(0, warning.indexOf(': ')))
    if (!own.has(id)) own.set(id, warning)
  }
  const ofAll = warnings.find((warning) => !/^[^\s:]+:\S+: /.test(warning)) ?? 'no result and no warning'
  return (id) =>
    own
      .get(id)
      ?.slice(id.length + 2)
      .replace(`Extraction failed for ${id}: `, '') ?? ofAll
}
