import { Failure } from './failure.ts'
import { clients } from './registry.ts'

/** An API that types are generated for. Paths are relative to the root of the repository. */
export interface Api {
  readonly name: string
  /** The OpenAPI document: written by hand, unless it says what it is merged from. */
  readonly contract: string
  readonly mergedFrom?: Sources
  /** Folder of the generated files; nothing else may lie in it. */
  readonly out: string
  /** Schemas whose types are written by hand: name to the module that exports a type of that name, seen from `out`. */
  readonly handwritten: Readonly<Record<string, string>>
}

/** What a contract is merged from when servers describe themselves, but not well enough. */
export interface Sources {
  /** Structure of a server's own document, as `npm run specs:pull` writes it. */
  readonly upstream: string
  /** OpenAPI Overlay with what is missing or wrong there. */
  readonly overlay: string
}

/** The API of a name. Throws a {@link Failure} that lists the others. */
export function apiOf(name: string, known: readonly Api[]): Api {
  const api = known.find((candidate) => candidate.name === name)
  if (!api) throw new Failure(`There is no API ${name}, only ${known.map((other) => other.name).join(', ')}`)
  return api
}

export const apis: readonly Api[] = clients.map(({ folder, api }) => ({ ...api, out: `${folder}/src/generated` }))
