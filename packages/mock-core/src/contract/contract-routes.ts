import { json } from '../http/json.ts'
import type { Route, RouteContext, RouterErrors } from '../http/router.ts'
import { queryViolation } from './check-query.ts'
import type { MockAnswer, MockData, MockOperation } from './mock-data.ts'

/** How a mock answers an operation in a way of its own; it is asked only for what the contract allows. */
export type OwnAnswer = (context: RouteContext) => Response | Promise<Response>

export interface ContractRules {
  /** Makes the answer to what the contract does not allow; `why` is one sentence. Default: the contract's own example. */
  readonly refuse?: (why: string, operation: MockOperation) => Response
  /** Whether a parameter of the query that the contract does not name is taken all the same. Default: none is. */
  readonly alsoKnown?: (name: string, operation: MockOperation, context: RouteContext) => boolean
}

/**
 * A route for each operation of a contract. It refuses what the contract refuses (unknown, missing and wrong parameters, bodies
 * that lack a member), and answers with the contract's own examples, or as `own` says.
 */
export function contractRoutes<Data extends MockData>(
  data: Data,
  own: { readonly [Id in keyof Data]?: OwnAnswer } = {},
  { refuse = (_, { refusal }) => answerWith(refusal), alsoKnown = () => false }: ContractRules = {}
): Route[] {
  return Object.entries(data).map(([id, operation]) => ({
    method: operation.method,
    template: operation.path,
    handle: async (context) => {
      const why =
        queryViolation(context.url.searchParams, operation, (name) => alsoKnown(name, operation, context)) ??
        (await bodyViolation(context.request, operation))
      if (why !== undefined) return refuse(why, operation)
      return own[id]?.(context) ?? answerWith(operation.answer)
    }
  }))
}

/** What the router finds wrong, in words that no contract has. */
export const plainErrors: RouterErrors = {
  notFound: () => json({ title: 'Not Found', status: 404 }, { status: 404 }),
  methodNotAllowed: () => json({ title: 'Method Not Allowed', status: 405 }, { status: 405 }),
  failed: () => undefined
}

function answerWith({ status, type, body }: MockAnswer): Response {
  if (type === undefined) return new Response(null, { status })
  if (/[/+]json$/.test(type)) return json(body, { status, mediaType: type })
  return new Response(String(body ?? ''), { status, headers: { 'Content-Type': type } })
}

async function bodyViolation(request: Request, { body }: MockOperation): Promise<string | undefined> {
  if (!body) return undefined
  const text = await request.clone().text()
  if (text === '') return body.required ? 'the body is missing' : undefined
  if (body.members.length === 0) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'the body is no JSON'
  }
  const missing = body.members.find(
    (name) => typeof value !== 'object' || value === null || !Object.hasOwn(value, name)
  )
  return missing && `the body lacks ${missing}`
}
