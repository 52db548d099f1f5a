/** Where a raster lies, as far as its keys say. */
export interface RasterCrs {
  /** Its name as people write it, such as `EPSG:3035`; undefined if the file names none. */
  readonly name: string | undefined
  /** The projection of the map library; undefined if the map cannot show it. */
  readonly projection: string | undefined
}

/** The keys that name a coordinate system (OGC 19-008r4, 7.4). */
export interface CrsKeys {
  readonly GTModelTypeGeoKey?: number
  readonly GeographicTypeGeoKey?: number
  readonly ProjectedCSTypeGeoKey?: number
  readonly GTCitationGeoKey?: string
  readonly GeogCitationGeoKey?: string
  readonly PCSCitationGeoKey?: string
}

const geographic = 2
const userDefined = 32_767

/** Zones of UTM on datums that lie within a metre or two of that of WGS 84: ETRS89, NAD83, GDA94, GDA2020. */
const likeUtm: readonly (readonly [first: number, last: number, utm: number])[] = [
  [25_828, 25_838, 32_628],
  [26_901, 26_923, 32_601],
  [28_349, 28_356, 32_749],
  [7_846, 7_859, 32_746]
]

/** The coordinate system of a GeoTIFF, and whether the map can show it. */
export function rasterCrs(keys: CrsKeys | null): RasterCrs {
  if (!keys) return { name: undefined, projection: undefined }
  const isGeographic = keys.GTModelTypeGeoKey === geographic
  const code = isGeographic ? keys.GeographicTypeGeoKey : keys.ProjectedCSTypeGeoKey
  const citation = keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey ?? keys.GeogCitationGeoKey
  const isCode = code !== undefined && code !== userDefined
  const name = isCode ? `EPSG:${code}` : citation?.split('|')[0]?.trim()
  // Datums differ by less than a pixel of a map of the world.
  if (isGeographic) return { name: name ?? 'EPSG:4326', projection: 'EPSG:4326' }
  return { name, projection: isCode ? projectionOf(code) : undefined }
}

function projectionOf(code: number): string | undefined {
  if (code === 3857 || code === 900_913) return 'EPSG:3857'
  const isUtm = (code > 32_600 && code <= 32_660) || (code > 32_700 && code <= 32_760)
  if (isUtm) return `EPSG:${code}`
  const like = likeUtm.find(([first, last]) => code >= first && code <= last)
  return like && `EPSG:${code - like[0] + like[2]}`
}
