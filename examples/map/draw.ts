import type { GeoJsonGeometry } from '@geoclients/cas-client'
import { classify, noValue, type ValueClass } from './classes.ts'
import { naturalEarth, type Projection } from './projection.ts'

/** An area with its name, and the value that decides its colour. */
export interface Area {
  readonly name: string
  readonly geometry: GeoJsonGeometry
  readonly value: unknown
}

export interface MapTexts {
  readonly title: string
  /** The title above the legend. */
  readonly legend: string
  /** The sources of outlines and values. */
  readonly source: string
}

const width = 960
const margin = 20
const top = 52
const font = 'font-family="system-ui, sans-serif"'

/** Draws areas as an SVG with title and legend. Each area has its name and value as a tooltip. */
export function drawMap(areas: readonly Area[], { title, legend, source }: MapTexts): string {
  const { classes, classOf } = classify(areas.map(({ value }) => value).filter((value) => typeof value === 'number'))
  const project = naturalEarth(width - 2 * margin)
  const bottom = project(0, -62)[1]
  const height = Math.ceil(top + bottom + 62)
  const paths = areas.map((area) => {
    const value = typeof area.value === 'number' ? area.value : noValue.label
    const tooltip = `<title>${escaped(`${area.name}: ${value}`)}</title>`
    return `<path fill="${classOf(area.value).colour}" d="${outline(area.geometry, project)}">${tooltip}</path>`
  })
  const shown = areas.every(({ value }) => typeof value === 'number') ? classes : [...classes, noValue]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ${font}>
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${margin}" y="32" font-size="20" font-weight="600" fill="#222222">${escaped(title)}</text>
<g transform="translate(${margin} ${top})">
<path fill="#f1f3f4" d="${sea(project)}"/>
<g stroke="#ffffff" stroke-width="0.5" stroke-linejoin="round">
${paths.join('\n')}
</g>
</g>
${legendOf(shown, legend, height - 40)}
<text x="${width - margin}" y="${height - 12}" text-anchor="end" font-size="10" fill="#777777">${escaped(source)}</text>
</svg>
`
}

function legendOf(classes: readonly ValueClass[], title: string, y: number): string {
  const box = 64
  const entries = classes.map(({ label, colour }, i) => {
    const swatch = `<rect x="${i * box}" width="${box}" height="12" fill="${colour}"/>`
    return `${swatch}<text x="${i * box + box / 2}" y="26" text-anchor="middle">${escaped(label)}</text>`
  })
  const heading = `<text y="-7" font-weight="600">${escaped(title)}</text>`
  return `<g transform="translate(${margin} ${y})" font-size="11" fill="#444444">${heading}\n${entries.join('\n')}</g>`
}

function outline({ type, coordinates }: GeoJsonGeometry, project: Projection): string {
  if (type === 'Point') return ''
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.flatMap((rings) => rings.map((ring) => closed(ring, project))).join('')
}

/** The outline of the world, cut off at the lower edge of the picture. */
function sea(project: Projection): string {
  const latitudes = Array.from({ length: 77 }, (_, i) => 90 - 2 * i)
  const west = latitudes.map((latitude) => [-180, latitude])
  const east = latitudes.toReversed().map((latitude) => [180, latitude])
  return closed([...west, ...east], project)
}

function closed(ring: readonly (readonly number[])[], project: Projection): string {
  const places = ring.map(([longitude = 0, latitude = 0]) => {
    return project(longitude, latitude)
      .map((number) => number.toFixed(1))
      .join(' ')
  })
  return `M${places.join('L')}Z`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
