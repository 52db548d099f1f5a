import { checkNames, flag, invalidArgument, isRecord, type Rule, type Rules } from '@geoclients/client-core'
import { makeCasError } from '../../errors/cas-error.ts'
import type { AggregationMethod } from '../../generated/types.ts'

/** How the new properties are named. */
export interface NamingOptions {
  /** A prefix for the name of each property. Default: none. */
  readonly prefix?: string | undefined
  /** Names for datasets, by their id. Only for datasets that you ask for. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** The text between a name and a class of a distribution. Default `.`, which some tools read as nesting. */
  readonly separator?: string | undefined
  /**
   * Classes that every feature gets a property for, by dataset id; 0 if the class did not occur. Default: the classes
   * that earlier features of the run had.
   */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
  /**
   * Whether to write a property `<name>_quality`, which says how far a value can be trusted, or why there is none:
   * `good`, `partial`, `suspect` or `missing` (no data there), as the service says; `failed` if there is no result;
   * `no-value` if the service calls null good; `other-aggregation`. Default: only if the quality is not `good`. `true`
   * writes it for every dataset, `false` never.
   */
  readonly quality?: boolean | undefined
  /**
   * Whether to write a property `warnings` with the service's warnings, or the reason why the row failed. Default
   * `false`.
   */
  readonly warnings?: boolean | undefined
  /**
   * Whether to replace properties that a feature already has, and to remove them if its row failed. Default `false`:
   * such a feature is refused.
   */
  readonly overwrite?: boolean | undefined
}

/** A dataset with the names of its properties. */
export interface Column {
  readonly id: string
  readonly name: string
  /** The name for each aggregation, if several were requested. */
  readonly byAggregation: ReadonlyMap<AggregationMethod, string>
}

/** The names of each dataset's properties, and of the one for warnings. */
export interface PropertyNames {
  readonly columns: readonly Column[]
  readonly separator: string
  readonly warnings: string
  /** Whether a property of this name may be written. The classes of a distribution are not known in advance. */
  writes(property: string): boolean
}

const aString: Rule = [(value) => typeof value === 'string', 'a string']

export const namingRules: Rules<keyof NamingOptions> = {
  prefix: aString,
  names: [isRecord, 'an object with a name for each dataset id'],
  separator: [(value) => typeof value === 'string' && value !== '', 'a non-empty string'],
  classes: [isRecord, 'an object with class names for each dataset id'],
  ...{ quality: flag, warnings: flag, overwrite: flag }
}

/**
 * Names the properties: `provider:name` becomes `name`, or `provider_name` if two datasets have the same name. With several
 * aggregations, each has its own name, such as `name_max`. Throws `invalid-argument` if two properties would have the same
 * name, so none is lost.
 */
export function nameProperties(
  datasetIds: readonly string[],
  aggregations: readonly AggregationMethod[],
  options: NamingOptions
): PropertyNames {
  const { prefix = '', names = {}, separator = '.', classes = {}, quality, warnings = false } = options
  const ids = [...new Set(datasetIds)]
  checkNames('names', names, ids, makeCasError)
  checkClasses(classes, ids)
  const several = aggregations.length > 1 ? aggregations : []
  const columns = ids.map((id): Column => {
    const name = prefix + (given(names, id) ?? ownName(id, ids))
    return { id, name, byAggregation: new Map(several.map((one) => [one, `${name}_${one}`])) }
  })
  const written = columns.map(({ name, byAggregation }) => {
    const values = [name, ...byAggregation.values()]
    return quality === false ? values : values.flatMap((one) => [one, qualityOf(one)])
  })
  if (warnings) written.push([`${prefix}warnings`])
  checkApart(written, separator)
  const properties = new Set(written.flat())
  const beginnings = [...properties].map((name) => name + separator)
  return {
    columns,
    separator,
    warnings: `${prefix}warnings`,
    writes: (property) => properties.has(property) || beginnings.some((beginning) => property.startsWith(beginning))
  }
}

/** The name of the property for the quality of a value. */
export function qualityOf(name: string): string {
  return `${name}_quality`
}

/** Refuses names where one dataset could write a property or class of another. */
function checkApart(written: readonly (readonly string[])[], separator: string): void {
  for (const [i, names] of written.entries()) {
    const others = written.filter((_, at) => at !== i).flat()
    const other = others.find((one) => names.some((name) => one === name || one.startsWith(name + separator)))
    if (other === undefined) continue
    const shown = JSON.stringify(other)
    const message = names.includes(other)
      ? `two properties would be called ${shown}: rename one of the datasets with "names"`
      : `the property ${shown} could also be the property of a class of ${JSON.stringify(names[0])}: ` +
        `rename one of the datasets with "names", or choose another "separator" than "${separator}"`
    throw makeCasError({ code: 'invalid-argument', message })
  }
}

function checkClasses(classes: object, ids: readonly string[]): void {
  checkNames('classes', classes, ids, makeCasError)
  for (const [id, some] of Object.entries(classes)) {
    if (some === undefined || (Array.isArray(some) && some.every((one) => typeof one === 'string'))) continue
    throw invalidArgument(makeCasError, `classes[${JSON.stringify(id)}]`, some, 'an array of names')
  }
}

function given(names: Readonly<Record<string, unknown>>, id: string): string | undefined {
  const name = Object.hasOwn(names, id) ? names[id] : undefined
  if (name === undefined || (typeof name === 'string' && name !== '')) return name
  throw invalidArgument(makeCasError, `names[${JSON.stringify(id)}]`, name, 'a non-empty string')
}

function ownName(id: string, ids: readonly string[]): string {
  const isAlone = ids.every((other) => other === id || shortName(other) !== shortName(id))
  return isAlone ? shortName(id) : id.replaceAll(':', '_')
}

function shortName(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}
