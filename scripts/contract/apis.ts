import { Failure } from '../command/failure.ts'
import { clients } from '../registry.ts'

/** An API that types are generated for. Paths are relative to the root of the repository. */
export interface Api {
  readonly name: string
  /** The OpenAPI document: written by hand, unless it says what it is merged from. */
  readonly contract: string
  readonly mergedFrom?: Sources
  /** Folder of the generated files. It may contain nothing else. */
  readonly out: string
  /** Whether a mock is made of the contract's examples: generates what it says and refuses. */
  readonly mockData?: boolean
  /** Schemas whose types are written by hand: name to the module that exports a type of that name, seen from `out`. */
  readonly handwritten: Readonly<Record<string, string>>
}

/** The sources of a merged contract, for servers whose own description is incomplete. */
export interface Sources {
  /** Structure of a server's own document, written by `npm run specs:pull`. */
  readonly upstream: string
  /** OpenAPI Overlay with the additions and corrections. */
  readonly overlay: string
}

/** Finds an API by name. Throws a {@link Failure} that lists all names. */
export function apiOf(name: string, known: readonly Api[]): Api {
  const api = known.find((candidate) => candidate.name === name)
  if (!api) throw new Failure(`There is no API ${name}, only ${known.map((other) => other.name).join(', ')}`)
  return api
}

export const apis: readonly Api[] = clients.map(({ folder, api }) => ({ ...api, out: `${folder}/src/generated` }))
