import { makeOgcError } from '../ogc-error.ts'
import { readResults } from '../reader/results.ts'
import type { FetchReference } from '../results/output.ts'
import type { Results } from '../results/results.ts'

export interface ResultsAnswer {
  /** Text is sent as UTF-8. */
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Ids of outputs as the description of the process has them. */
  readonly ids?: readonly string[]
  readonly fetchReference?: FetchReference
}

export const resultsUrl = 'https://ogc.example/base/jobs/j/results'

/** The results that an answer is read as. */
export function read({
  body = '',
  type,
  status = 200,
  headers,
  ids = [],
  fetchReference
}: ResultsAnswer): Promise<Results> {
  const response = new Response(null, { status, headers: { ...headers, ...(type && { 'Content-Type': type }) } })
  Object.defineProperty(response, 'url', { value: resultsUrl })
  return readResults({
    response,
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    error: makeOgcError,
    outputIds: async () => ids,
    fetchReference: fetchReference ?? (() => Promise.reject(new Error('no test expected a reference to be fetched')))
  })
}
