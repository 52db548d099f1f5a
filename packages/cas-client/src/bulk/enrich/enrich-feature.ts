import type { AttributeResponse } from '../../generated/types.ts'
import { byDataset } from '../../response/by-dataset.ts'
import type { FeatureLike } from '../../types/geojson.ts'
import { type NamingOptions, type PropertyNames, qualityOf } from './property-names.ts'

/** A feature with what was extracted among its properties, which are there in any case. */
export type Enriched<F extends FeatureLike> = Omit<F, 'properties'> & {
  properties: OwnProperties<F> & Record<string, unknown>
}

type OwnProperties<F extends FeatureLike> = [NonNullable<F['properties']>] extends [never]
  ? unknown
  : NonNullable<F['properties']>

type Property = readonly [name: string, value: unknown]

/** A copy of the feature with the values of all datasets; null where there is none. */
export function enrichFeature<F extends FeatureLike>(
  feature: F,
  response: AttributeResponse,
  names: PropertyNames,
  { quality = false, warnings = false }: NamingOptions
): Enriched<F> {
  const values = [...names.values].flatMap(([id, name]): Property[] => {
    const result = byDataset(response, id)
    const own = propertiesOf(name, result?.value)
    return quality ? [...own, [qualityOf(name), result?.quality ?? null]] : own
  })
  return withProperties(feature, names.writes, warnings ? [...values, [names.warnings, response.warnings]] : values)
}

/** A copy of the feature with these properties instead of any that have been written there before. */
export function withProperties<F extends FeatureLike>(
  feature: F,
  isWritten: (property: string) => boolean,
  added: readonly Property[]
): Enriched<F> {
  const kept = Object.entries(feature.properties ?? {}).filter(([name]) => !isWritten(name))
  // `fromEntries` also takes a class that is called `__proto__` for what it is.
  return { ...feature, properties: Object.fromEntries([...kept, ...added]) }
}

/** A number as it is, a distribution as one property a class; null where there is neither a number nor a class. */
function propertiesOf(name: string, value: unknown): Property[] {
  if (typeof value !== 'object' || value === null) return [[name, value ?? null]]
  const classes = Object.entries(value).map(([category, share]): Property => [`${name}.${category}`, share])
  return classes.length > 0 ? classes : [[name, null]]
}
