import type { JsonSchema, RootSchema } from '@geoclients/ogc-client/schema'
import { type Direction, toTypeSchema } from './type-schema.ts'
import type { TypeSchema } from './types.ts'

/** The definitions of all processes with unique names. Equal definitions of several processes are merged. */
export class Definitions {
  readonly #byText = new Map<string, string>()
  readonly #schemas = new Map<string, TypeSchema>()
  readonly #taken: Set<string>

  /** @param taken a name that no definition may have */
  constructor(taken: string) {
    this.#taken = new Set([taken])
  }

  get schemas(): { [name: string]: TypeSchema } {
    return Object.fromEntries(this.#schemas)
  }

  /** Adds a schema of inputs or outputs, and moves its definitions here. */
  add(root: RootSchema, direction: Direction): TypeSchema {
    const { $defs = {}, $schema, title, description, ...shape } = root
    const textOf = textsOf($defs)
    const names = new Map(Object.keys($defs).map((name) => [name, this.#nameOf(name, $defs, direction, textOf)]))
    for (const name of Object.keys($defs)) {
      const known = names.get(name) ?? name
      if (!this.#schemas.has(known)) this.#schemas.set(known, renamed(textOf(name, direction), names))
    }
    return renamed(JSON.stringify(toTypeSchema(shape, direction)), names)
  }

  #nameOf(name: string, $defs: Schemas, direction: Direction, textOf: TextOf): string {
    const reached = [...reachable(name, $defs)].sort()
    const textIn = (way: Direction): string => reached.map((other) => `${other} ${textOf(other, way)}`).join('\n')
    const text = `${name} ${textIn(direction)}`
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    // Input and output types differ if an object is open.
    const wanted = direction === 'input' && textIn('input') !== textIn('output') ? `${name}_Input` : name
    let free = wanted
    for (let count = 2; this.#taken.has(free); count++) free = `${wanted}_${count}`
    this.#taken.add(free)
    this.#byText.set(text, free)
    return free
  }
}

type Schemas = Readonly<Record<string, JsonSchema>>
type TextOf = (name: string, direction: Direction) => string

/** Caches the types of definitions as texts. */
function textsOf($defs: Schemas): TextOf {
  const texts = new Map<string, string>()
  return (name, direction) => {
    const key = `${direction} ${name}`
    const text = texts.get(key) ?? JSON.stringify(toTypeSchema($defs[name] ?? {}, direction))
    texts.set(key, text)
    return text
  }
}

function reachable(name: string, $defs: Schemas, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const [, next = ''] of JSON.stringify($defs[name] ?? {}).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)) {
    reachable(next, $defs, seen)
  }
  return seen
}

const prefix = '#/definitions/'

/** Parses a schema and replaces the names of its definitions. */
function renamed(text: string, names: ReadonlyMap<string, string>): TypeSchema {
  return JSON.parse(text, (key, value) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(prefix)) return value
    return prefix + (names.get(value.slice(prefix.length)) ?? value.slice(prefix.length))
  })
}
