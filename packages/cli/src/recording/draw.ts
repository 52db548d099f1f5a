import type { Frame, Run, Size } from './frames.ts'

const cell = { width: 8.4, height: 18 }
const margin = 16

/** The sixteen colours of a terminal, as they are seen on a dark ground. */
const palette = [
  ...['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'],
  ...['#7f8899', '#ff7b86', '#b5e08f', '#ffd68a', '#82c4ff', '#dd9bf0', '#7fd6e0', '#ffffff']
]

/**
 * A recording as one SVG. Its frames stand side by side, and a stepped animation shows one after the other; where nothing
 * moves, the last one is shown. Rows that come again are drawn once.
 */
export function drawRecording(frames: readonly Frame[], { columns, rows }: Size, title: string): string {
  const [width, height] = [columns * cell.width + 2 * margin, rows * cell.height + 2 * margin]
  const end = (frames.at(-1)?.time ?? 0) + 4000
  const known = new Map<string, string>()
  const idOf = (row: string): string => {
    const id = known.get(row) ?? `r${known.size}`
    known.set(row, id)
    return id
  }
  const film = frames.map(({ rows: drawn }, index) => {
    const uses = drawn.flatMap((runs, row) =>
      runs.length > 0 ? [`<use href="#${idOf(drawRow(runs))}" y="${row * cell.height}"/>`] : []
    )
    return `<g transform="translate(${rounded(index * width)})">${uses.join('')}</g>`
  })
  const steps = frames.map(
    ({ time }, index) => `${rounded((100 * time) / end)}%{transform:translateX(${rounded(-index * width)}px)}`
  )
  const last = rounded(-(frames.length - 1) * width)
  const style = [
    'text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d8dee9;white-space:pre}',
    `.film{transform:translateX(${last}px);animation:film ${rounded(end / 1000)}s step-end infinite}`,
    `@keyframes film{${steps.join('')}}`,
    '@media (prefers-reduced-motion:reduce){.film{animation:none}}'
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rounded(width)} ${rounded(height)}" width="${rounded(width)}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style.join('\n')}</style>`,
    `<defs>${[...known].map(([row, id]) => `<g id="${id}">${row}</g>`).join('\n')}</defs>`,
    `<rect width="100%" height="100%" rx="8" fill="#1e222a"/>`,
    `<clipPath id="screen"><rect width="${rounded(width)}" height="${rounded(height)}"/></clipPath>`,
    `<g clip-path="url(#screen)"><g transform="translate(${margin} ${margin})"><g class="film">`,
    ...film,
    '</g></g></g>',
    '</svg>',
    ''
  ].join('\n')
}

/** Each run has its place and its width, so that columns are straight in every font. */
const drawRow = (runs: readonly Run[]): string => runs.map(drawRun).join('')

function drawRun({ text, column, isBold, isDim, colour }: Run): string {
  const style = [
    ...(isBold ? ['font-weight:bold'] : []),
    ...(isDim ? ['opacity:.65'] : []),
    ...(colour === undefined ? [] : [`fill:${palette[colour]}`])
  ]
  const width = rounded([...text].length * cell.width)
  const place = `x="${rounded(column * cell.width)}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place}${style.length > 0 ? ` style="${style.join(';')}"` : ''}>${escaped(text)}</text>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const rounded = (value: number): number => Math.round(value * 100) / 100
