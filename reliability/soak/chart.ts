/** One line of a chart. */
export interface Series {
  readonly title: string
  readonly unit: string
  /** Minutes since the start, and the value. */
  readonly points: readonly (readonly [minute: number, value: number])[]
}

const width = 720
const height = 200
const margin = { left: 60, right: 32, top: 28, bottom: 28 }

/** Small charts, one below the other, as SVG. Each has its own scale, which begins at 0. */
export function chart(all: readonly Series[]): string {
  const rows = all.map((series, index) => `<g transform="translate(0 ${index * height})">${row(series)}</g>`)
  const size = `width="${width}" height="${all.length * height}" viewBox="0 0 ${width} ${all.length * height}"`
  const style = 'font-family="sans-serif" font-size="12" fill="#333"'
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}><title>${all.map(({ title }) => title).join('; ')}</title><rect width="100%" height="100%" fill="#fff"/>${rows.join('')}</svg>\n`
}

function row({ title, unit, points }: Series): string {
  const minutes = Math.max(1e-9, ...points.map(([minute]) => minute))
  const top = niceAbove(Math.max(1, ...points.map(([, value]) => value)))
  const x = (minute: number): string =>
    (margin.left + (minute / minutes) * (width - margin.left - margin.right)).toFixed(1)
  const y = (value: number): string =>
    (height - margin.bottom - (value / top) * (height - margin.top - margin.bottom)).toFixed(1)
  const line = points.map(([minute, value]) => `${x(minute)},${y(value)}`).join(' ')
  const ticks = [0, top / 2, top].map(
    (value) =>
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${margin.left - 6}" y="${Number(y(value)) + 4}" text-anchor="end">${value}</text>`
  )
  const times = [0, minutes / 2, minutes].map(
    (minute) =>
      `<text x="${x(minute)}" y="${height - 8}" text-anchor="middle">${Math.round(minute * 10) / 10} min</text>`
  )
  const heading = `<text x="${margin.left}" y="18" font-weight="bold">${title} (${unit})</text>`
  return `${heading}${ticks.join('')}${times.join('')}<polyline points="${line}" fill="none" stroke="#1f6feb" stroke-width="1.5"/>`
}

/** The smallest of 1, 2, 5, 10, 20, … that is not below a value. */
export function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power
}
