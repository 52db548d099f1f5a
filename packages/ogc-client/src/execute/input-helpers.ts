import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { Bbox, Link } from '../generated/types.ts'

/**
 * A bounding box as an input (18-062r2, 7.11.2.3): the lower corner, then the upper corner, in two or three dimensions. Without
 * `crs`, it is in degrees of longitude and latitude; west may then be greater than east, if the box crosses the antimeridian.
 * Throws `invalid-argument` unless it has four or six finite numbers and south is not greater than north.
 *
 * @example
 * await ogc.run('bbox_area', { inputs: { bbox: bbox([7.5, 51.9, 7.7, 52.1]) } })
 */
export function bbox(corners: readonly number[], crs?: string): Bbox {
  const isList = Array.isArray(corners) && (corners.length === 4 || corners.length === 6)
  if (!isList || !corners.every((corner) => Number.isFinite(corner))) {
    throw invalidArgument(makeOgcError, 'bbox', corners, 'four or six finite numbers')
  }
  const half = corners.length / 2
  for (let axis = 1; axis < half; axis++) {
    if ((corners[axis] as number) <= (corners[axis + half] as number)) continue
    throw invalidArgument(makeOgcError, `bbox[${axis}]`, corners[axis], `at most bbox[${axis + half}]`)
  }
  if (crs !== undefined && typeof crs !== 'string') throw invalidArgument(makeOgcError, 'crs', crs, 'a URI')
  return { bbox: [...corners] as Bbox['bbox'], ...(crs !== undefined && { crs: crs as NonNullable<Bbox['crs']> }) }
}

/** The members of an input link, apart from its URL. */
export interface RefOptions {
  /** Media type of the target. Servers use it to choose a reader. */
  readonly mediaType?: string | undefined
  readonly title?: string | undefined
}

/**
 * An input by reference (18-062r2, 7.11.2.4), which the server fetches. The URL must be absolute. It may have any scheme that
 * the server supports, such as `s3:`. Throws `invalid-argument` otherwise.
 *
 * @example
 * await ogc.run('ndvi', { inputs: { scene: ref('https://example.com/scene.tif', { mediaType: 'image/tiff' }) } })
 */
export function ref(url: string | URL, options: RefOptions = {}): Link {
  if (!isRecord(options as unknown)) throw invalidArgument(makeOgcError, 'options', options, 'an object')
  const { mediaType, title } = options
  const href = String(url)
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href)) {
    throw invalidArgument(makeOgcError, 'url', url, 'an absolute URL')
  }
  return { href, ...(mediaType !== undefined && { type: mediaType }), ...(title !== undefined && { title }) }
}
