import type { CallSettings, ErrorFactory, Reply, RequestOptions } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { ProcessDescription } from '../generated/types.ts'
import type { Descriptions } from '../http/description-cache.ts'
import { orElse } from '../http/follow-up-options.ts'
import { fetchLinked, getLinked } from '../http/linked-request.ts'
import type { ReadOutput, References } from './output/types.ts'
import { asksFor, describes, type RequestedResults } from './requested-outputs.ts'

/** What is known of the results of a run besides the answer itself. */
export interface ResultsContext {
  readonly references: References
  /** The form of results that was asked for; undefined where nobody knows. */
  readonly requested: 'raw' | 'document' | undefined
  /** What else results are asked for with: version 2.0's `outputs` and `profile`. */
  readonly query?: object | undefined
  /** The preference to ask for results with, if there is one. */
  readonly prefer: string | undefined
  /** Whether the request said `outputs: {}`, which version 2.0 answers with no output at all. */
  readonly isNoneWanted: boolean
  /** The ids of the process's outputs; asked only where the body alone does not tell. Empty where nobody knows. */
  readonly outputIds: () => Promise<readonly string[]>
  /** The same for the name of a single output: of an answer at once only what is known without a request. */
  readonly knownIds: () => Promise<readonly string[]>
  /** Whether an output of this media type was asked for, or is described; asked only where it might be an error page. */
  readonly isOutputType: (mediaType: string) => Promise<boolean>
  /** The schema of an output as the process describes it; asked only where a body may be text or JSON. */
  readonly outputSchema: (outputId: string) => Promise<unknown>
  /** The error for what a server says of a failure. */
  readonly describe: OgcCore['describe']
  /** Tells of what was read against its label or its place. */
  readonly warn: (message: string) => void
  /** How many bytes of a body may be held in memory. */
  readonly maxBodyBytes: number
}

export interface ResultsSource extends ResultsContext {
  /** A 2xx answer, with its body as far as it fits in memory. */
  readonly response: Reply
  readonly error: ErrorFactory
}

export type NamedOutput = [id: string, output: ReadOutput]

/** What an output is called whose name nobody knows. */
export const nameless = 'result'

/** The process whose results are read; `find` asks for it where it is not known. */
export interface ResultsOf {
  readonly processId: string | undefined
  readonly find?: () => Promise<string | undefined>
  /** Whether the results came with the answer to the execution: who runs a process knows what to ask for. */
  readonly isAtOnce?: boolean
  /** What was asked for tells more of the results than the process's description. */
  readonly request?: RequestedResults | undefined
  readonly query?: object | undefined
}

/** What reading results needs of the client. */
export function resultsContext(
  core: OgcCore,
  descriptions: Descriptions,
  { processId, find, isAtOnce = false, request: { outputs: wanted, response, prefer } = {}, query }: ResultsOf,
  settings: CallSettings
): ResultsContext {
  const wantedIds = Object.keys(wanted ?? {})
  let found: Promise<string | undefined> | undefined
  // Asked for once, however many questions there are.
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

/** How the links of results are followed. */
function references(core: OgcCore): References {
  return {
    get: (link, options: RequestOptions = {}, stream?: boolean) =>
      getLinked(link, core, core.settings(options), stream),
    fetch: (link, init) => fetchLinked(link, init, core)
  }
}
