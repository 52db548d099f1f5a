import type { ErrorFactory } from '@geoclients/client-core'
import type { InlineOrRefValue, JobResults, JsonValue } from '../generated/types.ts'
import { inspectAs } from '../utils/inspect.ts'
import type { Output, ReadOutput } from './output/types.ts'

/** The outputs after one that does not fit in memory. */
export interface OutputsToCome {
  readonly isComplete: boolean
  readonly failure: Error | undefined
}

/** Additional facts about results. */
export interface ResultsInit {
  readonly toCome?: OutputsToCome
  /** Whether there is a single output with an unknown id. */
  readonly isUnnamed?: boolean
}

/** Output ids. Inferred, because `Results<Known>` must be assignable to `Results`, which a plain `keyof` would prevent. */
type OutputId<O> = keyof O extends infer Id extends string ? Id : never

/** Distinguishes results with different outputs. An interface counts as JSON, although it is not assignable to `JsonValue`. */
type OutputTypes<O> = { readonly [Id in keyof O]: JsonValue extends O[Id] ? unknown : O[Id] }

/**
 * The outputs of a process by id, however the server sent them: one raw body, a multipart body, a JSON document, or
 * links. Ids are those of the process description.
 *
 * A single output that comes immediately and without its id (18-062r2, table 11) gets the id that you first ask for, or
 * `result` if you ask for none. To know the id beforehand, name it in the request's `outputs`, or call `getProcess`
 * first: if you pass `mode`, `run` does not fetch the description.
 *
 * All outputs are available at once, with one exception: a multipart body longer than `maxBodyBytes`. Its outputs are
 * available up to the first that does not fit. Read that one with `stream()`, once. The following outputs are available
 * after the stream has ended.
 *
 * @example
 * const results = await ogc.run('zonal_statistics', { inputs })
 * const mean = await results.get('mean').json()
 * for (const [id, output] of results) console.log(id, output.kind, output.mediaType)
 */
export class Results<O extends object = Record<string, JsonValue>> implements Iterable<[OutputId<O>, Output]> {
  /** Exists only for the compiler, which does not compare type parameters of methods. */
  declare protected readonly outputTypes?: OutputTypes<O>
  readonly #outputs: Map<string, ReadOutput>
  readonly #error: ErrorFactory
  readonly #toCome: OutputsToCome | undefined
  #isUnnamed: boolean

  constructor(outputs: Map<string, ReadOutput>, error: ErrorFactory, { toCome, isUnnamed = false }: ResultsInit = {}) {
    this.#outputs = outputs
    this.#error = error
    this.#toCome = toCome
    this.#isUnnamed = isUnnamed
    // Printing shows only kind and media type, because values may be long and links may be secret.
    // A proxy, as a reactive view makes it, cannot be looked into.
    inspectAs(this, 'Results', (self) =>
      !(#outputs in self)
        ? { proxy: true }
        : Object.fromEntries(
            [...self.#outputs].map(([id, { output }]) => [id, `${output.kind} ${output.mediaType ?? ''}`.trim()])
          )
    )
  }

  /** The number of outputs. */
  get size(): number {
    return this.#outputs.size
  }

  /** Whether there is an output with this id. */
  has(outputId: string): boolean {
    return this.#isUnnamed || this.#outputs.has(outputId)
  }

  /** The output with this id. Throws `no-such-output`, which names the existing ids. */
  get<K extends keyof O & string>(outputId: K): Output<O[K]> {
    if (this.#isUnnamed) this.#name(outputId)
    const found = this.#outputs.get(outputId)
    // The caller states the types of the process; they cannot be checked here.
    if (found) return found.output as Output<never> as Output<O[K]>
    if (this.#toCome?.failure) throw this.#toCome.failure
    const ids = [...this.#outputs.keys()].map((id) => JSON.stringify(id))
    const there = ids.length > 0 ? `there are ${ids.join(', ')}` : 'the results are empty'
    const more = this.#toCome?.isComplete === false ? `; others may follow once ${ids.at(-1)} has been streamed` : ''
    const message = `there is no output ${JSON.stringify(outputId)}; ${there}${more}`
    throw this.#error({ code: 'no-such-output', message })
  }

  #name(outputId: string): void {
    const [output] = [...this.#outputs.values()] as [ReadOutput] // what is unnamed is the only one
    this.#outputs.clear()
    this.#outputs.set(outputId, output)
    this.#isUnnamed = false
  }

  *[Symbol.iterator](): Iterator<[OutputId<O>, Output]> {
    for (const [id, { output }] of this.#outputs) yield [id as OutputId<O>, output]
    if (this.#toCome?.failure) throw this.#toCome.failure
  }

  /**
   * The outputs as the Python client returns them: values, qualified values (bytes as base64) and links by output id.
   * Throws `body-too-large` if an output does not fit in memory.
   */
  toJSON(): JobResults {
    return Object.fromEntries([...this.#outputs].map(([id, { plain }]): [string, InlineOrRefValue] => [id, plain()]))
  }
}
