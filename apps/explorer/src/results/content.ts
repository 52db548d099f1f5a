import type { JsonValue, Output } from '@geoclients/ogc-client'
import { readGeoJson, type ShownFeatures } from './geojson.ts'
import { parseCsv } from './table/csv.ts'

export type Cell = string | number | boolean | null

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What an output is to whoever looks at it. */
export type Content =
  | { readonly kind: 'scalar'; readonly value: Cell; readonly unit?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'features'; readonly features: ShownFeatures }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'image'; readonly blob: Blob }
  | { readonly kind: 'raster'; readonly output: Output; readonly bytes: number | undefined }
  | { readonly kind: 'tree'; readonly value: JsonValue }
  | { readonly kind: 'file'; readonly canBeShown: boolean }

/** Tells by its form what a JSON value is. */
export function contentOfValue(value: JsonValue): Content {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' && value.length > 120 ? { kind: 'text', text: value } : { kind: 'scalar', value }
  }
  const features = readGeoJson(value)
  if (features) return { kind: 'features', features }
  const table = Array.isArray(value) ? tableOf(value) : undefined
  return table ? { kind: 'table', table } : { kind: 'tree', value }
}

const isCell = (value: unknown): value is Cell => value === null || typeof value !== 'object'
const isRow = (value: JsonValue): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCell)

/** Numbers, or objects without depth, as a table. */
function tableOf(values: readonly JsonValue[]): Table | undefined {
  if (values.length === 0) return undefined
  if (values.every((value) => typeof value === 'number')) {
    return { columns: ['#', 'value'], rows: values.map((value, index) => [index + 1, value]) }
  }
  if (!values.every(isRow)) return undefined
  const columns = [...new Set(values.flatMap((row) => Object.keys(row)))]
  return { columns, rows: values.map((row) => columns.map((column) => (row[column] ?? null) as Cell)) }
}

/** A CSV of which the first line names the columns. */
export function contentOfCsv(text: string): Content {
  const [columns, ...rows] = parseCsv(text)
  if (!columns || columns.length < 2) return { kind: 'text', text }
  return { kind: 'table', table: { columns, rows: rows.map((row) => columns.map((_, index) => cellOf(row[index]))) } }
}

function cellOf(text: string | undefined): Cell {
  if (text === undefined || text === '') return null
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && !/^-?0\d/.test(text) ? Number(text) : text
}
