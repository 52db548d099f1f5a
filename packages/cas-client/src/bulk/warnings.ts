import type { AggregationMethod, AttributeResponse, GeoJsonGeometry } from '../generated/types.ts'
import { antimeridianWarning, crossesAntimeridian } from '../request/antimeridian.ts'
import { missingDatasets, reasonFor } from '../response/by-dataset.ts'
import type { ExtractRow } from './rows.ts'

/** A problem of a run that fails no row. Each is reported once per dataset or once per run. */
export type StreamWarning = { readonly message: string } & (
  | { readonly kind: 'other-aggregation'; readonly datasetId: string; readonly used: string }
  /** The first item that has no result for a dataset: its provider failed, or there is no such dataset. */
  | { readonly kind: 'dataset-failed'; readonly datasetId: string; readonly index: number }
  /** The run has ended, and the dataset gave no value at all. */
  | { readonly kind: 'no-value'; readonly datasetId: string }
  /** The first geometry that seems to cross the antimeridian without being cut there. */
  | { readonly kind: 'antimeridian'; readonly index: number }
)

export type OnWarning = (warning: StreamWarning) => void

/** Checks the geometries and rows of one run, and reports warnings once per dataset or run. */
export class RunWarnings {
  readonly #ids: ReadonlySet<string>
  readonly #asked: ReadonlySet<string>
  readonly #tell: OnWarning
  readonly #silent: Set<string>
  readonly #told = new Set<string>()
  #isAnswered = false

  /** @param asked the explicitly requested aggregations. @param tellable hides secrets in warnings. */
  constructor(
    ids: readonly string[],
    asked: readonly AggregationMethod[],
    tell: OnWarning,
    tellable: (text: string) => string
  ) {
    this.#ids = new Set(ids)
    this.#asked = new Set(asked)
    // The service chooses these texts, so they may contain anything.
    this.#tell = (warning) => tell(withTexts(warning, tellable))
    this.#silent = new Set(ids)
  }

  /** Checks rows before they are yielded. */
  look(rows: readonly ExtractRow<unknown>[]): void {
    for (const row of rows) if (row.ok) this.#look(row)
  }

  #look(row: ExtractRow<unknown> & { readonly ok: true }): void {
    this.#isAnswered = true
    const { results } = row.response
    let invited = 0
    for (const { dataset_id: id, value, aggregation } of results) {
      if (!this.#ids.has(id)) continue
      invited++
      if (value !== null) this.#silent.delete(id)
      if (this.#asked.size > 0 && !this.#asked.has(aggregation)) this.#other(id, aggregation)
    }
    // Each dataset has a result for each aggregation.
    if (invited < this.#ids.size * Math.max(1, this.#asked.size)) this.#absent(row.response, row.index)
  }

  /** Checks a geometry before it is sent. */
  see(geometry: GeoJsonGeometry, index: number): void {
    if (this.#told.has('antimeridian') || !crossesAntimeridian(geometry)) return
    this.#once('antimeridian', { kind: 'antimeridian', index, message: antimeridianWarning(`source[${index}]`) })
  }

  /** Checks the whole run at its end. */
  end(): void {
    if (!this.#isAnswered) return
    for (const datasetId of this.#silent) {
      this.#tell({ kind: 'no-value', datasetId, message: `${datasetId}: no item of this run has a value` })
    }
  }

  #other(datasetId: string, used: string): void {
    const asked = [...this.#asked].join('", "')
    const message = `${datasetId}: the service used the aggregation "${used}" instead of "${asked}"`
    this.#once(`${datasetId} other`, { kind: 'other-aggregation', datasetId, used, message })
  }

  #absent(response: AttributeResponse, index: number): void {
    for (const datasetId of missingDatasets(response, [...this.#ids])) {
      if (this.#told.has(datasetId)) continue
      const message = `${datasetId}: no result for source[${index}]: ${reasonFor(datasetId, response.warnings)}`
      this.#once(datasetId, { kind: 'dataset-failed', datasetId, index, message })
    }
  }

  #once(key: string, warning: StreamWarning): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#tell(warning)
  }
}

/** A copy of the warning with `shown` applied to its texts. */
function withTexts(warning: StreamWarning, shown: (text: string) => string): StreamWarning {
  const members = Object.entries(warning).map(([name, value]) => [
    name,
    typeof value === 'string' ? shown(value) : value
  ])
  return Object.fromEntries(members) as StreamWarning
}
