import type { Columns } from '../extract/columns.ts'
import type { Row } from '../extract/journal.ts'
import { toJson } from './to-json.ts'
import type { TableWriter } from './writer.ts'

/** A FeatureCollection, a feature a line; or lines alone (GeoJSON text sequences without the record separator). */
export function geojsonWriter(
  { hasErrors }: Columns,
  names: readonly string[],
  print: (text: string) => Promise<void>,
  isLines: boolean
): TableWriter {
  let count = 0
  let pending = isLines ? '' : '{"type":"FeatureCollection","features":[\n'
  const flush = async (): Promise<void> => {
    await print(pending)
    pending = ''
  }
  return {
    async write({ feature, error }: Row, values) {
      const entries = names.map((name, index): [string, unknown] => [name, values[index]])
      const known = entries.filter(([, value]) => value !== undefined)
      const properties = Object.fromEntries(hasErrors && error ? [...known, ['error', error]] : known)
      const text = toJson({ ...feature, properties })
      pending += isLines ? `${text}\n` : `${count === 0 ? '' : ',\n'}${text}`
      count += 1
      if (pending.length > 256 * 1024) await flush()
    },
    async end() {
      if (!isLines) pending += '\n]}\n'
      await flush()
    }
  }
}
