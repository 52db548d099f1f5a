import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { writeWhole } from '@geoclients/client-core/node'
import { bisectRight, ticks } from 'd3-array'
import { type GeoPath, geoPath, geoTransform } from 'd3-geo'
import { UsageError } from '../../program/usage-error.ts'
import { type Row, readRows } from '../extract/journal.ts'
import { Extent, isDrawable } from './extent.ts'

export interface MapOptions {
  readonly journal: string
  readonly file: string
  /** The column to draw. */
  readonly column: string
  readonly title: string
  readonly units: string
}

const width = 900
const legend = 64
const margin = 16
const colours = ['#fde725', '#9fd938', '#4ac16d', '#1fa187', '#277f8e', '#365c8d', '#46327e', '#440154']
const none = '#d9d9d9'

/** A choropleth of one column as SVG, in an equirectangular projection around the centre. Rows are read twice, not kept in memory. */
export async function drawMap(options: MapOptions): Promise<void> {
  const { journal, file, column } = options
  const extent = new Extent()
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for await (const row of readRows(journal)) {
    extent.see(row.feature.geometry)
    const value = numberIn(row, column)
    if (value === undefined) continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  if (least > most) throw new UsageError(`--map: ${column} has no numbers to draw`)
  const limits = ticks(least, most, colours.length - 1).filter((limit) => limit > least && limit <= most)
  const scale = { least, most, limits }
  await writeWhole(file, (part) => pipeline(pieces(options, extent, scale), createWriteStream(part)))
}

interface Scale {
  readonly least: number
  readonly most: number
  /** The limits between classes. */
  readonly limits: readonly number[]
}

async function* pieces(options: MapOptions, extent: Extent, scale: Scale): AsyncGenerator<string> {
  const { scaleX, scaleY, west, north, height } = extent.fit(width - 2 * margin)
  const path: GeoPath = geoPath(
    geoTransform({
      point(x, y) {
        this.stream.point(margin + (x - west) * scaleX, legend + (north - y) * scaleY)
      }
    })
  )
    .digits(1)
    .pointRadius(3)
  const total = height + legend + margin
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="sans-serif" font-size="12">\n`
  yield `<title>${escaped(options.title)}</title>\n<rect width="${width}" height="${total}" fill="#fff"/>\n${legendOf(options, scale)}`
  yield '<g stroke="#fff" stroke-width="0.3">\n'
  for await (const row of readRows(options.journal)) {
    const { geometry } = row.feature
    if (!isDrawable(geometry)) continue
    const value = numberIn(row, options.column)
    const colour = value === undefined ? none : colourOf(scale, bisectRight(scale.limits, value))
    yield `<path d="${path(geometry)}" fill="${colour}"/>\n`
  }
  yield '</g>\n</svg>\n'
}

function legendOf({ title, units }: MapOptions, scale: Scale): string {
  const step = (width - 2 * margin) / (scale.limits.length + 2)
  const bounds = [rounded(scale.least), ...scale.limits.map(String), rounded(scale.most)]
  const boxes = bounds.slice(1).map((_, index) => box(margin + index * step, step, colourOf(scale, index)))
  const texts = bounds.map((text, index) => `<text x="${margin + index * step}" y="54">${text}</text>`)
  const last = width - margin - step
  const head = `<text x="${margin}" y="20" font-weight="bold">${escaped(title)} (${escaped(units)})</text>`
  const missing = `${box(last, step / 2, none)}<text x="${last + step / 2 + 4}" y="38">no value</text>`
  return `${[head, ...boxes, ...texts, missing].join('\n')}\n`
}

const box = (x: number, size: number, colour: string): string =>
  `<rect x="${x.toFixed(1)}" y="28" width="${size.toFixed(1)}" height="12" fill="${colour}"/>`

/** The colour of a class. */
function colourOf({ limits }: Scale, index: number): string {
  const at = limits.length === 0 ? 0 : Math.round((index * (colours.length - 1)) / limits.length)
  return colours[at] ?? none
}

function numberIn({ feature }: Row, column: string): number | undefined {
  const properties: Readonly<Record<string, unknown>> = { ...feature.properties }
  const value = properties[column]
  return typeof value === 'number' ? value : undefined
}

const rounded = (value: number): string => String(Number(value.toPrecision(3)))

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
