import type { JsonSchema } from '@geoclients/ogc-client/schema'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { type Definitions, parts, typeNames } from '../schema-parts.ts'

export interface GeoJsonKind {
  /** The form that the input expects. */
  readonly wrap: 'geometry' | 'feature' | 'collection'
  /** The accepted geometry types that can be drawn. */
  readonly types: readonly DrawnType[]
}

export type DrawnType = 'Point' | 'LineString' | 'Polygon'

const drawn: readonly DrawnType[] = ['Point', 'LineString', 'Polygon']

/** The GeoJSON form and geometry types of an input, as far as its schema says. */
export function geoJsonKind(schema: JsonSchema, definitions: Definitions): GeoJsonKind {
  const top = parts(schema, definitions)
  const names = top.flatMap(typeNames)
  const formats = top.map(({ format = '' }) => format)
  const geometries = namesWithin(schema, definitions)
  const types = drawn.filter((type) => geometries.some((name) => name.endsWith(type)))
  return { wrap: wrapOf(names, formats), types: types.length > 0 ? types : drawn }
}

/** The simplest accepted form: a geometry, then a feature; a collection if the schema does not say. */
function wrapOf(names: readonly string[], formats: readonly string[]): GeoJsonKind['wrap'] {
  const isBare = names.some((name) => !name.startsWith('Feature')) || formats.includes('geojson-geometry')
  if (isBare) return 'geometry'
  return names.includes('Feature') || formats.includes('geojson-feature') ? 'feature' : 'collection'
}

/** The types of GeoJSON that a schema names, also within features. */
function namesWithin(schema: JsonSchema, definitions: Definitions, depth = 0): string[] {
  if (depth > 3) return []
  return parts(schema, definitions).flatMap((part) => {
    const { geometry, features } = part.properties ?? {}
    const items = typeof features?.items === 'object' ? features.items : undefined
    const inner = [geometry, items].flatMap((one) => (one ? namesWithin(one, definitions, depth + 1) : []))
    return [...typeNames(part), ...inner]
  })
}

/** Features in the form that the input expects; undefined if it accepts none of their geometries. */
export function inForm(
  { wrap, types }: GeoJsonKind,
  features: readonly Feature[]
): Geometry | Feature | FeatureCollection | undefined {
  const fitting = features.filter(({ geometry }) => geometry && types.some((type) => geometry.type.endsWith(type)))
  const [first] = fitting
  if (!first) return undefined
  if (wrap === 'collection') return { type: 'FeatureCollection', features: fitting }
  if (wrap === 'feature') return { ...first, properties: first.properties ?? {} }
  return first.geometry
}
