import { systemClock } from '@geoclients/client-core'
import { describeFailure } from '../errors/describe-failure.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { ResultsSource } from '../results/context.ts'
import { readJsonBody } from '../results/json/sniff.ts'
import type { References } from '../results/output/types.ts'
import { readResults } from '../results/parse.ts'
import type { Results } from '../results/results.ts'
import { openReply } from './reply.ts'

export interface ResultsAnswer {
  /** Text is sent as UTF-8. */
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Ids of outputs as the description of the process has them. */
  readonly ids?: readonly string[]
  /** Schemas of outputs as the description of the process has them. */
  readonly schemas?: Readonly<Record<string, unknown>>
  /** The form that was asked for. */
  readonly requested?: 'raw' | 'document'
  readonly isNoneWanted?: boolean
  readonly get?: References['get']
  /** Media types that were asked for. */
  readonly types?: readonly string[]
  readonly maxBodyBytes?: number
  /** Takes the warnings. */
  readonly warn?: (message: string) => void
}

/** The results that an answer is read as. */
export async function read({
  body = '',
  type,
  status = 200,
  headers,
  ids = [],
  schemas = {},
  requested,
  isNoneWanted = false,
  types = [],
  maxBodyBytes = 1_000_000,
  get = unexpected,
  warn = () => {}
}: ResultsAnswer): Promise<Results> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const given = { ...headers, ...(type && { 'Content-Type': type }) }
  const source: ResultsSource = {
    response: await openReply(status === 204 ? null : bytes, { status, headers: given }, maxBodyBytes),
    error: makeOgcError,
    requested,
    prefer: undefined,
    isNoneWanted,
    outputIds: async () => ids,
    knownIds: async () => ids,
    outputSchema: async (id) => schemas[id],
    isOutputType: async (type) => types.includes(type),
    maxBodyBytes,
    warn,
    describe: describeFailure({ clock: systemClock, error: makeOgcError }),
    references: { get, fetch: unexpected }
  }
  return readResults(source, await readJsonBody(source))
}

function unexpected(): Promise<never> {
  return Promise.reject(new Error('no test expected a reference to be fetched'))
}
