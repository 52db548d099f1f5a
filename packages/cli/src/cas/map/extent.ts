import type { FeatureLike } from '@geoclients/cas-client'
import type { GeoPermissibleObjects } from 'd3-geo'

const kinds = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']

export function isDrawable(geometry: unknown): geometry is GeoPermissibleObjects {
  return (
    typeof geometry === 'object' && geometry !== null && 'type' in geometry && kinds.includes(String(geometry.type))
  )
}

/** The projection from degrees to pixels. */
export interface Fit {
  readonly scaleX: number
  readonly scaleY: number
  readonly west: number
  readonly north: number
  readonly height: number
}

/** The bounding box of all places, in degrees. */
export class Extent {
  #west: number = Number.POSITIVE_INFINITY
  #south: number = Number.POSITIVE_INFINITY
  #east: number = Number.NEGATIVE_INFINITY
  #north: number = Number.NEGATIVE_INFINITY

  see(geometry: FeatureLike['geometry']): void {
    if (geometry && 'coordinates' in geometry) this.#seeAll(geometry.coordinates)
  }

  #seeAll(coordinates: readonly unknown[]): void {
    const [x, y] = coordinates
    if (typeof x === 'number' && typeof y === 'number') {
      this.#west = Math.min(this.#west, x)
      this.#east = Math.max(this.#east, x)
      this.#south = Math.min(this.#south, y)
      this.#north = Math.max(this.#north, y)
    } else for (const one of coordinates) if (Array.isArray(one)) this.#seeAll(one)
  }

  /** The projection for a drawing of that width, whose height is at most its width. */
  fit(width: number): Fit {
    const across = Math.max(this.#east - this.#west, 1e-6)
    const up = Math.max(this.#north - this.#south, 1e-6)
    const squeeze = Math.max(0.05, Math.cos((((this.#south + this.#north) / 2) * Math.PI) / 180))
    const scaleY = Math.min(width / (across * squeeze), width / up)
    return {
      scaleX: scaleY * squeeze,
      scaleY,
      west: this.#west,
      north: this.#north,
      height: Math.ceil(up * scaleY)
    }
  }
}
