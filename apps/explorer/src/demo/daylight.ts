import type { MockProcess } from '@geoclients/ogc-client/mock'
import { dayOfYear, hoursOfDaylight, rounded } from './sphere.ts'

const day = 86_400_000
const encoder = new TextEncoder()

/** A process with dates and choices as inputs, and a series as output, as a table and as CSV. */
export const daylight: MockProcess = {
  description: {
    id: 'daylight',
    version: '1.0.0',
    title: 'Hours of daylight',
    description: 'The time from sunrise to sunset for each day of a period, at up to three latitudes.',
    keywords: ['dates', 'array', 'series', 'table', 'CSV'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      latitudes: {
        title: 'Latitudes',
        minOccurs: 0,
        schema: {
          type: 'array',
          minItems: 1,
          maxItems: 3,
          items: { type: 'number', minimum: -90, maximum: 90 },
          default: [53.5, 0, -34]
        }
      },
      start: { title: 'First day', minOccurs: 0, schema: { type: 'string', format: 'date', default: '2026-01-01' } },
      end: { title: 'Last day', minOccurs: 0, schema: { type: 'string', format: 'date', default: '2026-12-31' } }
    },
    outputs: {
      series: { title: 'Hours of daylight', schema: { type: 'array', items: { type: 'object' } } },
      table: {
        title: 'The same as CSV',
        schema: { type: 'string', contentMediaType: 'text/csv' }
      },
      longest: { title: 'Longest day (hours)', schema: { type: 'number' } }
    }
  },
  duration: () => 1_500,
  run: ({ latitudes, start, end }) => {
    const places = (Array.isArray(latitudes) ? latitudes : []).map(Number)
    const from = Date.parse(`${start}T00:00:00Z`)
    const days = Math.min(3_660, Math.max(0, Math.round((Date.parse(`${end}T00:00:00Z`) - from) / day)) + 1)
    const series = Array.from({ length: days }, (_, index) => {
      const time = from + index * day
      const hours = places.map((latitude) => rounded(hoursOfDaylight(latitude, dayOfYear(time)), 2))
      const columns = places.map((latitude, place) => [`at ${latitude}°`, hours[place] ?? 0] as const)
      return { date: new Date(time).toISOString().slice(0, 10), ...Object.fromEntries(columns) }
    })
    const lines = [Object.keys(series[0] ?? {}), ...series.map((row) => Object.values(row))]
    const longest = Math.max(...series.flatMap(({ date: _, ...hours }) => Object.values(hours) as number[]))
    return { series, table: encoder.encode(`${lines.map((line) => line.join(',')).join('\r\n')}\r\n`), longest }
  }
}
