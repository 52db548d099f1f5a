import type { CallSettings, ErrorFactory, Reply, RequestOptions } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { ProcessDescription } from '../generated/types.ts'
import type { Descriptions } from '../http/description-cache.ts'
import { fetchLinked, getLinked } from '../http/linked-request.ts'
import { orElse } from '../http/or-else.ts'
import type { ReadOutput, References } from './output/types.ts'
import { asksFor, describes, type RequestedResults } from './requested-outputs.ts'

/** The known facts about the results of a run, apart from the response. */
export interface ResultsContext {
  readonly references: References
  /** The requested form of results; undefined if unknown. */
  readonly requested: 'raw' | 'document' | undefined
  /** Query parameters of version 2.0: `outputs` and `profile`. */
  readonly query?: object | undefined
  /** The `Prefer` value for requesting results, if there is one. */
  readonly prefer: string | undefined
  /** Whether the request had `outputs: {}`, for which version 2.0 returns no outputs. */
  readonly isNoneWanted: boolean
  /** The output ids of the process. Called only if the body is ambiguous. Empty if unknown. */
  readonly outputIds: () => Promise<readonly string[]>
  /** The same, to name a single output. For an immediate response it sends no request. */
  readonly knownIds: () => Promise<readonly string[]>
  /** Whether an output of this media type was requested or described. Called only if the body may be an error page. */
  readonly isOutputType: (mediaType: string) => Promise<boolean>
  /** The described schema of an output. Called only if a body may be text or JSON. */
  readonly outputSchema: (outputId: string) => Promise<unknown>
  /** Makes the error from a server's failure response. */
  readonly describe: OgcCore['describe']
  /** Tells of what was read against its label or its place. */
  readonly warn: (message: string) => void
  /** Maximum bytes of a body in memory. */
  readonly maxBodyBytes: number
}

export interface ResultsSource extends ResultsContext {
  /** A 2xx response, with the part of its body that fits in memory. */
  readonly response: Reply
  readonly error: ErrorFactory
}

export type NamedOutput = [id: string, output: ReadOutput]

/** The id of an output whose name is unknown. */
export const nameless = 'result'

/** The process whose results are read. `find` requests it if it is unknown. */
export interface ResultsOf {
  readonly processId: string | undefined
  readonly find?: () => Promise<string | undefined>
  /** Whether the results came with the response to the execution, whose caller knows the outputs. */
  readonly isAtOnce?: boolean
  /** The requested outputs, which are more precise than the process description. */
  readonly request?: RequestedResults | undefined
  readonly query?: object | undefined
}

/** Makes the context for reading results. */
export function resultsContext(
  core: OgcCore,
  descriptions: Descriptions,
  { processId, find, isAtOnce = false, request: { outputs: wanted, response, prefer } = {}, query }: ResultsOf,
  settings: CallSettings
): ResultsContext {
  const wantedIds = Object.keys(wanted ?? {})
  let found: Promise<string | undefined> | undefined
  // Requested at most once.
  const findOnce = (): typeof found => (found ??= find?.())
  const describe = async (): Promise<ProcessDescription | undefined> => {
    const id = processId ?? (await findOnce())
    return id === undefined ? undefined : orElse(descriptions.get(id, settings), undefined)
  }
  const known = async (): Promise<ProcessDescription | undefined> =>
    processId === undefined ? undefined : orElse(descriptions.known(processId, settings), undefined)
  let ids: Promise<readonly string[]> | undefined
  const idsBy = async (read: typeof describe): Promise<readonly string[]> =>
    wantedIds.length > 0 ? wantedIds : Object.keys((await read())?.outputs ?? {})
  return {
    references: references(core),
    requested: response,
    prefer,
    query,
    isNoneWanted: wanted !== undefined && wantedIds.length === 0,
    maxBodyBytes: core.maxBodyBytes,
    describe: core.describe,
    warn: (message) => core.warn('read otherwise', message),
    outputIds: () => idsBy(describe),
    knownIds: () => (ids ??= idsBy(isAtOnce ? known : describe)),
    outputSchema: async (id) => ({ ...(await describe())?.outputs })[id]?.schema,
    isOutputType: async (type) => asksFor(type, wanted, settings.headers) || describes(type, await describe())
  }
}

/** Follows the links of results. */
function references(core: OgcCore): References {
  return {
    get: async (link, options: RequestOptions = {}, stream?: boolean) =>
      getLinked(link, core, core.settings(options), stream),
    fetch: async (link, init) => fetchLinked(link, init, core)
  }
}
