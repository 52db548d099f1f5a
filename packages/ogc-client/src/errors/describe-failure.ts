import { type ClientCore, type DescribeFailure, httpFailure, type Reply, readProblem } from '@geoclients/client-core'
import { exceptionNamed, missingResource } from '../parse/exception-names.ts'
import type { OgcErrorInit } from './ogc-error.ts'

interface Answer {
  readonly response: Reply
  readonly body: unknown
}

const answers = /* @__PURE__ */ new WeakMap<object, Answer>()

/** The response to a POST that an error was made from, and its body. */
export function responseOf(error: unknown): Answer | undefined {
  return typeof error === 'object' && error !== null ? answers.get(error) : undefined
}

/** The error for a response that is not 2xx. `error` makes it, because the server may quote secrets, also in its URL. */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (reply, body) => {
    const { apiError, reason } = readProblem(body, reply.status)
    const exception = missingResource(exceptionNamed(apiError?.type), reply.status, reply.url)
    const init: OgcErrorInit = { ...httpFailure(reply, body, reason, clock.now()), apiError, exception }
    const failure = error(init)
    if (reply.method === 'POST') answers.set(failure, { response: reply, body }) // an execution, that may name its job
    return failure
  }
}
