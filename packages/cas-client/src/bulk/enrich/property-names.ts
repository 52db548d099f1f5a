import { checkNames, invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../../errors/cas-error.ts'

/** How the properties are named that hold what was extracted. */
export interface NamingOptions {
  /** Begins the name of each property. Default none. */
  readonly prefix?: string | undefined
  /** Names for datasets, by id, instead of their own; only for those that are asked for. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** Whether each dataset has a property `<name>_quality`. Default `false`. */
  readonly quality?: boolean | undefined
  /** Whether a property `warnings` holds what the service says of the extraction, or why it failed. Default `false`. */
  readonly warnings?: boolean | undefined
  /**
   * Whether properties that a feature has already are replaced, and removed where its row failed. Default `false`: such a
   * feature is refused.
   */
  readonly overwrite?: boolean | undefined
}

/** The name of each dataset's property, by its id, and of the one for warnings. */
export interface PropertyNames {
  readonly values: ReadonlyMap<string, string>
  readonly warnings: string
  /** Whether a property of this name is written, or could be: the classes of a distribution are not known beforehand. */
  writes(property: string): boolean
}

/**
 * Names the properties: `provider:name` is called `name`, and `provider_name` where two datasets are called the same.
 * Throws `invalid-argument` where two properties would have one name, so that none is lost.
 */
export function nameProperties(datasetIds: readonly string[], options: NamingOptions): PropertyNames {
  const { prefix = '', names = {}, quality = false, warnings = false, overwrite = false } = options
  if (typeof prefix !== 'string') throw invalidArgument(makeCasError, 'prefix', prefix, 'a string')
  if (!isRecord(names)) throw invalidArgument(makeCasError, 'names', names, 'an object of names by dataset id')
  for (const [name, value] of Object.entries({ quality, warnings, overwrite })) {
    if (typeof value !== 'boolean') throw invalidArgument(makeCasError, name, value, 'true or false')
  }
  const ids = [...new Set(datasetIds)]
  checkNames('names', names, ids, makeCasError)
  const values = new Map(ids.map((id) => [id, prefix + (given(names, id) ?? ownName(id, ids))]))
  const properties = [...values.values()].flatMap((name) => (quality ? [name, qualityOf(name)] : [name]))
  if (warnings) properties.push(`${prefix}warnings`)
  for (const [i, name] of properties.entries()) {
    const other = properties.find((one, at) => at !== i && (one === name || one.startsWith(`${name}.`)))
    if (other === undefined) continue
    const message = `two properties would be called ${JSON.stringify(other)}: give one of the datasets another name by "names"`
    throw makeCasError({ code: 'invalid-argument', message })
  }
  return {
    values,
    warnings: `${prefix}warnings`,
    writes: (property) => properties.some((name) => property === name || property.startsWith(`${name}.`))
  }
}

/** The name of the property for the quality of a value. */
export function qualityOf(name: string): string {
  return `${name}_quality`
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
