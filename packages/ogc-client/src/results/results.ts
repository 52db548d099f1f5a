import type { ErrorFactory } from '@geoclients/client-core'
import type { InlineOrRefValue, JobResults, JsonValue } from '../generated/types.ts'
import type { Output, ReadOutput } from './output.ts'

/**
 * The outputs of a process by id, however the server wrapped them: one raw body, a multipart body, a JSON document,
 * links. Ids are those of the process description.
 *
 * @example
 * const results = await ogc.run('zonal_statistics', { inputs })
 * const mean = await results.get('mean').json()
 * for (const [id, output] of results) console.log(id, output.kind, output.mediaType)
 */
export class Results<O extends object = Record<string, JsonValue>> implements Iterable<[keyof O & string, Output]> {
  readonly #outputs: ReadonlyMap<string, ReadOutput>
  readonly #error: ErrorFactory

  constructor(outputs: ReadonlyMap<string, ReadOutput>, error: ErrorFactory) {
    this.#outputs = outputs
    this.#error = error
  }

  /** How many outputs there are. */
  get size(): number {
    return this.#outputs.size
  }

  /** Whether there is an output of that id. */
  has(outputId: string): boolean {
    return this.#outputs.has(outputId)
  }

  /** The output of that id. Throws `no-such-output`, naming those that there are. */
  get<K extends keyof O & string>(outputId: K): Output<O[K]> {
    const found = this.#outputs.get(outputId)
    // The process's own types are what its author says of the wire; nothing here can check them.
    if (found) return found.output as Output<never> as Output<O[K]>
    const ids = [...this.#outputs.keys()].map((id) => JSON.stringify(id)).join(', ')
    const message = `there is no output ${JSON.stringify(outputId)}; ${ids ? `there are ${ids}` : 'the results are empty'}`
    throw this.#error({ code: 'no-such-output', message })
  }

  *[Symbol.iterator](): Iterator<[keyof O & string, Output]> {
    for (const [id, { output }] of this.#outputs) yield [id as keyof O & string, output]
  }

  /** The map of the reference client: values, qualified values (bytes as base64) and links by output id. */
  toJSON(): JobResults {
    return Object.fromEntries([...this.#outputs].map(([id, { plain }]): [string, InlineOrRefValue] => [id, plain()]))
  }
}
