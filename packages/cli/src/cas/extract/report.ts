import { duration } from '../../terminal/duration.ts'
import { isOf } from './columns.ts'
import { counted, numbers } from './counted.ts'
import type { Row } from './journal.ts'

/** The result of a run. */
export interface Report {
  readonly rows: number
  readonly failed: number
  /** Number of failed rows by reason. */
  readonly failures: Readonly<Record<string, number>>
  /** The first row with each reason, counted from 1. */
  readonly firstFailures: Readonly<Record<string, number>>
  /** Number of rows in which a dataset failed. */
  readonly datasetsFailed: Readonly<Record<string, number>>
  /** Columns without a value in any row. */
  readonly empty: readonly string[]
  readonly milliseconds: number
}

/** Counts rows as they are read. */
export class ReportMaker {
  readonly #names: Readonly<Record<string, string>>
  readonly #failures = new Map<string, number>()
  readonly #first = new Map<string, number>()
  readonly #datasets = new Map<string, number>()
  readonly #valued = new Set<string>()
  #rows = 0
  #failed = 0

  constructor(names: Readonly<Record<string, string>>) {
    this.#names = names
  }

  see({ index, feature, error, failed = [] }: Row): void {
    this.#rows += 1
    if (error !== undefined) {
      this.#failed += 1
      const reason = general(error)
      count(this.#failures, reason)
      if (!this.#first.has(reason)) this.#first.set(reason, index + 1)
    }
    for (const id of failed) count(this.#datasets, id)
    const properties: Readonly<Record<string, unknown>> = { ...feature.properties }
    for (const name of Object.values(this.#names)) {
      if (this.#valued.has(name)) continue
      const has = Object.keys(properties).some(
        (key) => isOf(key, name) && !key.endsWith('_quality') && properties[key] !== null
      )
      if (has) this.#valued.add(name)
    }
  }

  report(milliseconds: number): Report {
    const empty = Object.values(this.#names).filter((name) => !this.#valued.has(name))
    return {
      rows: this.#rows,
      failed: this.#failed,
      failures: Object.fromEntries(this.#failures),
      firstFailures: Object.fromEntries(this.#first),
      datasetsFailed: Object.fromEntries(this.#datasets),
      empty: this.#rows === 0 ? [] : empty,
      milliseconds
    }
  }
}

/** The report as text. */
export function reportText(report: Report, where: string | undefined): string {
  const { rows, failed, failures, firstFailures, datasetsFailed, empty, milliseconds } = report
  const lines = [`${counted(rows, 'row')}${where ? ` in ${where}` : ''}, ${duration(milliseconds)}`]
  if (failed > 0) lines.push(`${counted(failed, 'row')} failed:`)
  for (const [reason, times] of Object.entries(failures))
    lines.push(`  ${numbers.format(times)} × ${reason} (first in row ${firstFailures[reason]})`)
  for (const [id, times] of Object.entries(datasetsFailed)) lines.push(`${id} failed in ${counted(times, 'row')}`)
  if (empty.length > 0) lines.push(`without a value in any row: ${empty.join(', ')}`)
  return lines.join('\n')
}

const notFinite = ' must be a finite number, got '

/** A reason without the parts that differ from row to row. */
function general(error: string): string {
  const [start = '', text = '"'] = error.split(`${notFinite}"`)
  const unquoted = text === '"' ? error : `${start}${notFinite}a text` // the empty text is a reason of its own
  return unquoted.replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, 'N').slice(0, 160)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
