import type { Link } from '@geoclients/client-core'
import type { FeaturePage as AnyPage, Geometry } from '../generated/types.ts'

/** A GeoJSON Feature; the compiler takes your word for its properties and its geometry. */
export interface Feature<P extends object = Record<string, unknown>, G extends Geometry = Geometry> {
  type: 'Feature'
  /** Its name in paths. */
  id?: string | number
  /** Null where it is nowhere. */
  geometry: G | null
  properties: P | null
  links?: Link[]
}

/** A page of features: a GeoJSON FeatureCollection. `links` has `next` if there are more. */
export interface FeaturePage<F extends Feature<object> = Feature> extends Omit<AnyPage, 'features' | 'links'> {
  features: F[]
  links: Link[]
}
