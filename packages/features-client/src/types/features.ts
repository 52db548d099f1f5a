import type { Link } from '@geoclients/client-core'
import type { FeaturePage as AnyPage, Geometry } from '../generated/types.ts'

/** A GeoJSON Feature. The types of its properties and geometry are not checked at run time. */
export interface Feature<P extends object = Record<string, unknown>, G extends Geometry = Geometry> {
  type: 'Feature'
  /** Its id in paths. */
  id?: string | number
  /** Null if it has no location. */
  geometry: G | null
  properties: P | null
  links?: Link[]
}

/** A page of features: a GeoJSON FeatureCollection. `links` contains `next` if there are more. */
export interface FeaturePage<F extends Feature<object> = Feature> extends Omit<AnyPage, 'features' | 'links'> {
  features: F[]
  links: Link[]
}
