import type { Output } from '@geoclients/ogc-client'
import { type GeoTIFF, type GeoTIFFImage, globals } from 'geotiff'
import { chooseLevel, type Level, pictureSize } from './choose-level.ts'
import { type CrsKeys, type RasterCrs, rasterCrs } from './raster-crs.ts'
import { type TiffOptions, WholeFileOnly, withTiff } from './with-tiff.ts'

/** A raster, in few enough pixels for a page. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** The size of the raster itself, and of the level that was read. */
  readonly full: Level
  readonly level: Level
  readonly bandCount: number
  /** What the file calls its bands; a place is empty if it has no name. */
  readonly bandNames: readonly (string | undefined)[]
  readonly crs: RasterCrs
  /** West, south, east and north in its coordinate system; undefined if it has no place. */
  readonly extent: readonly [number, number, number, number] | undefined
  /** Whether its rows do not run from west to east. */
  readonly isAskew: boolean
  readonly pixels: Pixels
}

export type Pixels =
  | { readonly kind: 'colors'; readonly channels: 3 | 4; readonly values: ArrayLike<number> }
  | {
      readonly kind: 'band'
      readonly values: ArrayLike<number>
      readonly hasValue: (value: number) => boolean
      readonly unit: string | undefined
    }

/** Why a raster is not shown. */
export type Refusal =
  | { readonly refused: 'too-large'; readonly width: number; readonly height: number }
  | { readonly refused: 'compression'; readonly number: number }
  | { readonly refused: 'whole-file-only' }
  | { readonly refused: 'no-tiff' }

export interface RasterOptions extends TiffOptions {
  /** The band to show, from 0. */
  readonly band: number
}

/** LERC and Zstandard are not among them: their decoders are WebAssembly, which the policy of this page forbids. */
const decoded = new Set([undefined, 1, 5, 7, 8, 32_773, 32_946, 50_001])

/** Reads a GeoTIFF, from an overview if it is large. */
export async function readRaster(output: Output, options: RasterOptions): Promise<Raster | Refusal> {
  try {
    return await withTiff(output, options, (tiff) => readTiff(tiff, options))
  } catch (error) {
    if (error instanceof WholeFileOnly) return { refused: 'whole-file-only' }
    if (error instanceof TypeError && /byte order|magic number/i.test(error.message)) return { refused: 'no-tiff' }
    throw error
  }
}

async function readTiff(tiff: GeoTIFF, { band, signal }: RasterOptions): Promise<Raster | Refusal> {
  const { images, levels } = await readLevels(tiff)
  const [first, full] = [images[0], levels[0]]
  if (!first || !full) return { refused: 'no-tiff' }
  const compression = await first.fileDirectory.loadValue('Compression')
  if (!decoded.has(compression)) return { refused: 'compression', number: Number(compression) }
  const level = chooseLevel(levels)
  const image = level && images[level.index]
  if (!image) return { refused: 'too-large', width: full.width, height: full.height }
  const size = pictureSize(level)
  const keys = first.getGeoKeys() as CrsKeys | null
  const pixels = (await readColors(image, size, signal)) ?? (await readBand(image, first, { ...size, band, signal }))
  const bandCount = pixels.kind === 'colors' ? 1 : first.getSamplesPerPixel()
  const bandNames = await Promise.all(
    Array.from({ length: Math.min(bandCount, namedBands) }, (_, one) => nameOf(first, one))
  )
  const extent = extentOf(first)
  return { ...size, full, level, bandCount, bandNames, crs: rasterCrs(keys), extent, isAskew: isAskew(first), pixels }
}

/** The images of the file that show the same as its first: no masks and no other pictures. */
async function readLevels(
  tiff: GeoTIFF
): Promise<{ readonly images: readonly GeoTIFFImage[]; readonly levels: readonly Level[] }> {
  const count = await tiff.getImageCount()
  const images = await Promise.all(Array.from({ length: count }, (_, index) => tiff.getImage(index)))
  const levels = images.flatMap((image, index) => {
    const subtype = Number(image.fileDirectory.getValue('NewSubfileType') ?? 0)
    const isLevel = index === 0 || subtype === 1
    return isLevel ? [{ index, width: image.getWidth(), height: image.getHeight() }] : []
  })
  return { images, levels }
}

interface Size {
  readonly width: number
  readonly height: number
}

const { photometricInterpretations: photometric } = globals

/** The pixels of a picture in colours of 8 bits; undefined for measurements. */
async function readColors(image: GeoTIFFImage, size: Size, signal: AbortSignal): Promise<Pixels | undefined> {
  const kind = Number(image.fileDirectory.getValue('PhotometricInterpretation') ?? 1)
  const isColor = [photometric.RGB, photometric.Palette, photometric.CMYK, photometric.YCbCr].includes(kind as 2)
  if (!isColor || image.getBitsPerSample(0) > 8) return undefined
  const values = await image.readRGB({ ...size, interleave: true, enableAlpha: true, signal })
  const channels = values.length === size.width * size.height * 4 ? 4 : 3
  return { kind: 'colors', channels, values }
}

async function readBand(
  image: GeoTIFFImage,
  first: GeoTIFFImage,
  { band, signal, ...size }: Size & { readonly band: number; readonly signal: AbortSignal }
): Promise<Pixels> {
  const values = await image.readRasters({ ...size, samples: [band], interleave: true, signal })
  const noData = first.getGDALNoData()
  const none = noData === null ? undefined : values instanceof Float32Array ? Math.fround(noData) : noData
  const unit = (await first.getGDALMetadata(band))?.UNITTYPE
  return {
    kind: 'band',
    values,
    hasValue: (value) => Number.isFinite(value) && value !== none,
    unit: typeof unit === 'string' ? unit : undefined
  }
}

const namedBands = 200

async function nameOf(image: GeoTIFFImage, band: number): Promise<string | undefined> {
  const name = (await image.getGDALMetadata(band))?.DESCRIPTION
  return typeof name === 'string' ? name : undefined
}

function isAskew({ fileDirectory }: GeoTIFFImage): boolean {
  const transformation = fileDirectory.getValue('ModelTransformation') as ArrayLike<number> | undefined
  return transformation !== undefined && (transformation[1] !== 0 || transformation[4] !== 0)
}

function extentOf(image: GeoTIFFImage): Raster['extent'] {
  try {
    const [west = 0, south = 0, east = 0, north = 0] = image.getBoundingBox()
    return [west, south, east, north]
  } catch {
    return undefined // It has no place.
  }
}
