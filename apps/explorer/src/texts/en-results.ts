import { number, plural, short, sizeText } from './words.ts'

const compressions: Readonly<Record<number, string>> = {
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'Zstandard',
  50002: 'JPEG XL'
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the page says of the choice of outputs. */
export const outputsTexts = {
  title: (wanted: number | undefined, all: number): string =>
    wanted === undefined
      ? `Outputs: ${all === 1 ? 'as the server sends it' : 'all, as the server sends them'}`
      : `Outputs: ${number(wanted)} of ${number(all)}, as chosen here`,
  format: (title: string): string => `Media type of ${title}`,
  mode: (title: string): string => `How ${title} is sent`,
  anyFormat: 'media type: as the server likes',
  anyMode: 'value or link: as the server likes',
  modes: { value: 'as a value', reference: 'as a link' }
} as const

/** What the page says of results. */
export const resultsTexts = {
  loading: 'Fetching the results…',
  none: 'The run has ended without outputs.',
  reading: 'Reading…',
  noValue: 'no value',
  download: 'Download',
  downloading: 'Downloading…',
  file: (type: string | undefined, bytes: number | undefined): string =>
    `A file${type ? ` of type ${type}` : ''}, ${bytes === undefined ? 'of unknown size' : sizeText(bytes)}. This page does not show it.`,
  showAnyway: 'Show it anyway',
  members: (count: number, isList: boolean): string =>
    isList ? `[ ${plural(count, 'item', 'items')} ]` : `{ ${plural(count, 'member', 'members')} }`,
  more: (count: number): string => `${number(count)} more`
} as const

/** What the page says of a GeoTIFF. */
export const rasterTexts = {
  loading: 'Reading the GeoTIFF…',
  facts: (full: Size, level: Size, bytes: number | undefined, crs: string | undefined): string =>
    [
      bytes === undefined ? undefined : sizeText(bytes),
      `${number(full.width)} × ${number(full.height)} pixels`,
      level.width < full.width
        ? `shown from an overview of ${number(level.width)} × ${number(level.height)}`
        : undefined,
      crs ?? 'no coordinate system'
    ]
      .filter(Boolean)
      .join(' · '),
  noMap: {
    place: 'The file does not say where it lies, so it is shown without a map.',
    askew: 'The raster is rotated, so it is shown without a map.',
    crs: (name: string | undefined): string =>
      `This page cannot convert the coordinate system${name ? ` ${name}` : ' of the file'}, so the raster is shown without a map.`
  },
  band: 'Band',
  bandName: (band: number, name: string | undefined): string => (name ? `${band}: ${name}` : String(band)),
  legend: (range: string): string => `Legend: ${range}`,
  range: (lowest: number, highest: number, unit: string | undefined): string =>
    `Values from ${short(lowest)} to ${short(highest)}${unit ? ` ${unit}` : ''}`,
  clipped: (from: number, to: number): string =>
    `The colours range from ${short(from)} to ${short(to)}, which covers 96 % of the pixels.`,
  noValues: 'No pixel of this band has a value.',
  pointed: (value: string | undefined, unit: string | undefined): string =>
    value === undefined ? 'No value at the pointer' : `At the pointer: ${value}${unit ? ` ${unit}` : ''}`,
  point: 'Point at a pixel to read its value.',
  refusals: {
    'too-large': ({ width, height }: Size): string =>
      `This GeoTIFF has ${number(width)} × ${number(height)} pixels and no overview, so it is too large to be shown here. Download it instead.`,
    compression: (compression: number): string =>
      `This page cannot decompress this GeoTIFF (${compressions[compression] ?? `compression ${compression}`}). Download it instead.`,
    'whole-file-only': (bytes: number | undefined): string =>
      `The server sends this GeoTIFF only as a whole (${bytes === undefined ? 'of unknown size' : sizeText(bytes)}).`,
    'no-tiff': 'The server calls this a GeoTIFF, but it is none.'
  }
} as const
