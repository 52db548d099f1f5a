import type { AttributeResponse } from '../generated/types.ts'
import { checkDatasetIds } from '../request/extract-body.ts'
import type { GeometryLike } from '../request/geometry.ts'
import { missingDatasets } from '../response/by-dataset.ts'
import type { FeatureLike } from '../types/geojson.ts'
import { joined } from './dataset-groups.ts'
import { type EnrichedRow, type EnrichRequest, readEnrichRequest } from './enrich/enrich.ts'
import type { StreamOptions } from './options.ts'
import type { StreamRequest } from './request.ts'
import type { ExtractRow } from './rows.ts'

/** The methods of a `CasClient` that repeats use. */
interface Extractor {
  extractAll<G extends GeometryLike>(
    source: Iterable<G>,
    request: StreamRequest,
    options?: StreamOptions
  ): AsyncIterable<ExtractRow<G>>
}

/** Rows of an earlier run. */
type Rows<R> = Iterable<R> | AsyncIterable<R>

/** Maximum number of rows that are repeated together. */
const most = 1_000

/**
 * Whether repeating a row could help: the row failed, or some of its datasets have no result. A dataset that has no
 * data at a place does have a result.
 */
export function hasFailed(row: ExtractRow<unknown>, request: Pick<StreamRequest, 'datasetIds'>): boolean {
  return idsToAsk(row, request).length > 0
}

/**
 * Repeats only what failed in the rows of an earlier run: whole rows, or single datasets of them. Returns each row with
 * its index and input, in the same order, with the results of both runs. Rows without a failure are returned unchanged.
 * To save memory, pass only the rows that `hasFailed` selects.
 *
 * @example
 * const failed = []
 * for await (const row of cas.extractAll(source, { datasetIds })) if (hasFailed(row, { datasetIds })) failed.push(row)
 * for await (const row of extractAgain(cas, failed, { datasetIds })) console.log(row.index, row.ok)
 */
export async function* extractAgain<G extends GeometryLike>(
  cas: Extractor,
  rows: Rows<ExtractRow<G>>,
  request: StreamRequest,
  options: StreamOptions = {}
): AsyncGenerator<ExtractRow<G>, void, undefined> {
  checkDatasetIds(request?.datasetIds)
  let some: ExtractRow<G>[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < most) continue
    yield* askedAgain(cas, some, request, options)
    some = []
  }
  yield* askedAgain(cas, some, request, options)
}

/** Like `extractAgain`, for rows of `enrich`: each with its feature, which has the results of both runs. */
export async function* enrichAgain<F extends FeatureLike>(
  cas: Extractor,
  rows: Rows<ExtractRow<F>>,
  request: EnrichRequest,
  options: StreamOptions = {}
): AsyncGenerator<EnrichedRow<F>, void, undefined> {
  const { extraction, withFeature } = readEnrichRequest<F>(request)
  for await (const row of extractAgain(cas, rows, extraction, options)) yield withFeature(row)
}

async function* askedAgain<G extends GeometryLike>(
  cas: Extractor,
  rows: readonly ExtractRow<G>[],
  request: StreamRequest,
  options: StreamOptions
): AsyncGenerator<ExtractRow<G>, void, undefined> {
  const groups = new Map<string, { readonly datasetIds: readonly string[]; readonly places: number[] }>()
  for (const [place, row] of rows.entries()) {
    const datasetIds = idsToAsk(row, request)
    const key = JSON.stringify(datasetIds)
    const group = groups.get(key) ?? { datasetIds, places: [] }
    group.places.push(place)
    if (datasetIds.length > 0) groups.set(key, group)
  }
  const again = [...rows]
  for (const { datasetIds, places } of groups.values()) {
    const inputs = places.map((place) => (rows[place] as ExtractRow<G>).input)
    for await (const row of cas.extractAll(inputs, { ...request, datasetIds }, options)) {
      const place = places[row.index] as number
      const before = rows[place] as ExtractRow<G>
      again[place] = merged(before, row)
    }
  }
  yield* again
}

function idsToAsk(row: ExtractRow<unknown>, { datasetIds }: Pick<StreamRequest, 'datasetIds'>): readonly string[] {
  return [...new Set(row.ok ? missingDatasets(row.response, datasetIds) : datasetIds)]
}

/** Merges the results of a row with those of its repeat. If the repeat failed, the earlier results stay. */
function merged<G>(before: ExtractRow<G>, later: ExtractRow<G>): ExtractRow<G> {
  const { index, input } = before
  if (!before.ok) return { ...later, index, input }
  if (!later.ok) return before
  const found = new Set(later.response.results.map(({ dataset_id }) => dataset_id))
  const settled = (warning: string): boolean => [...found].some((id) => warning.startsWith(`${id}: `))
  const response: AttributeResponse = {
    ...joined([before.response, later.response]),
    warnings: [
      ...before.response.warnings.filter((one) => !settled(one)),
      ...later.response.warnings.filter((one) => !before.response.warnings.includes(one))
    ]
  }
  return { ok: true, index, input, response }
}
