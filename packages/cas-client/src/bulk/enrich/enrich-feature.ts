import { isRecord } from '@geoclients/client-core'
import type { AttributeResponse, AttributeResult } from '../../generated/types.ts'
import type { FeatureLike } from '../../types/geojson.ts'
import { type Column, type NamingOptions, type PropertyNames, qualityOf } from './property-names.ts'

/** A feature with the extracted values among its properties. It always has properties. */
export type Enriched<F extends FeatureLike> = Omit<F, 'properties'> & {
  properties: OwnProperties<F> & Record<string, unknown>
}

type OwnProperties<F extends FeatureLike> = [NonNullable<F['properties']>] extends [never]
  ? unknown
  : NonNullable<F['properties']>

type Property = readonly [name: string, value: unknown]

/** Maximum number of remembered classes of a dataset, so a service cannot fill the memory with new ones. */
const maxClasses = 1_000

/** Enriches the features of one run, and remembers the classes that occurred. */
export class Enricher {
  readonly #names: PropertyNames
  readonly #naming: NamingOptions
  /** Classes by property name. */
  readonly #classes = new Map<string, Set<string>>()

  constructor(names: PropertyNames, naming: NamingOptions) {
    this.#names = names
    this.#naming = naming
  }

  /** A copy of the feature with the values of all datasets; null if there is none. */
  enrich<F extends FeatureLike>(feature: F, { results, warnings }: AttributeResponse): Enriched<F> {
    const { columns, writes, warnings: name } = this.#names
    const values = columns.flatMap((column) =>
      this.#valuesOf(
        column,
        results.filter(({ dataset_id }) => dataset_id === column.id)
      )
    )
    return withProperties(feature, writes, this.#naming.warnings ? [...values, [name, warnings]] : values)
  }

  #valuesOf(column: Column, results: readonly AttributeResult[]): Property[] {
    const { name, byAggregation } = column
    const isHonoured = results.some(({ aggregation }) => byAggregation.has(aggregation))
    if (byAggregation.size === 0 || (results.length > 0 && !isHonoured)) return this.#value(column, name, results[0])
    return [...byAggregation].flatMap(([aggregation, own]) => {
      const result = results.find((one) => one.aggregation === aggregation)
      return this.#value(column, own, result, results.length > 0 ? 'other-aggregation' : 'failed')
    })
  }

  #value({ id }: Column, name: string, result: AttributeResult | undefined, absent = 'failed'): Property[] {
    const properties = this.#properties(id, name, result?.value)
    const quality = result === undefined ? absent : qualityIn(result)
    const isWritten = this.#naming.quality ?? quality !== 'good'
    return isWritten ? [...properties, [qualityOf(name), quality]] : properties
  }

  /** The properties of a value: one for a number, one per class for a distribution, null if there is neither. */
  #properties(id: string, name: string, value: unknown): Property[] {
    if (!isRecord(value) || Object.keys(value).length === 0) return [[name, isRecord(value) ? null : (value ?? null)]]
    const known = this.#classes.get(name) ?? new Set(this.#naming.classes?.[id])
    this.#classes.set(name, known)
    for (const one of Object.keys(value)) if (known.size < maxClasses) known.add(one)
    const all = new Set([...known, ...Object.keys(value)])
    const share = (one: string): unknown => (Object.hasOwn(value, one) ? value[one] : 0)
    return [...all].map((one) => [name + this.#names.separator + one, share(one)])
  }
}

/** The service's quality of a value, except for a null that it rates `good`. */
function qualityIn({ value, quality }: AttributeResult): string {
  return value === null && (quality ?? 'good') === 'good' ? 'no-value' : (quality ?? 'good')
}

/** A copy of the feature with these properties, without those of an earlier run. */
export function withProperties<F extends FeatureLike>(
  feature: F,
  isWritten: (property: string) => boolean,
  added: readonly Property[]
): Enriched<F> {
  const kept = Object.entries(feature.properties ?? {}).filter(([name]) => !isWritten(name))
  // `fromEntries` handles a class called `__proto__` correctly.
  return { ...plain(feature), properties: Object.fromEntries([...kept, ...added]) }
}

/** The members of a feature, including getters of its class, as in MapLibre. */
function plain<F extends FeatureLike>(feature: F): F {
  const { toJSON }: { toJSON?: unknown } = feature as object
  const own: unknown = typeof toJSON === 'function' ? toJSON.call(feature) : feature
  const members = (['type', 'id', 'bbox', 'geometry'] as const).filter((name) => feature[name] !== undefined)
  return {
    ...(isRecord(own) ? own : feature),
    ...Object.fromEntries(members.map((name) => [name, feature[name]]))
  } as F
}
