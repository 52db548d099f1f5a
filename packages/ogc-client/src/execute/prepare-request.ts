import {
  type CallSettings,
  check,
  hasMembers,
  invalidArgument,
  isRecord,
  nearestName,
  plainJson,
  type Rule,
  show
} from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessRequest } from '../generated/types.ts'
import type { RequestedResults } from '../results/requested-outputs.ts'
import { encodeRequest } from './encode-inputs.ts'

/** An execution request that can be sent: its text, and what it says of the results. */
export interface PreparedRequest extends RequestedResults {
  readonly body: string
}

/**
 * An execution request as it is sent. Rejects with `invalid-argument`, naming the path, for what JSON cannot hold, before
 * anything was sent. `more` is sent beside what the caller may say.
 */
export async function prepareRequest(
  request: unknown,
  settings: CallSettings,
  core: Pick<OgcCore, 'clock' | 'closed' | 'error'>,
  more?: object
): Promise<PreparedRequest> {
  checkRequest(request)
  const { outputs, response } = request as RequestedResults
  const whole = more ? { ...request, ...more } : request
  const body = plainJson(whole) ?? (await encodeRequest(whole, settings, core))
  return { body, ...(outputs && { outputs }), ...(response && { response }) }
}

const rules: Readonly<Record<keyof ProcessRequest, Rule>> = {
  inputs: [isRecord, 'an object of values by input id'],
  outputs: [isRecord, 'an object of { format, transmissionMode } by output id'],
  response: [(value) => value === 'raw' || value === 'document', '"raw" or "document"'],
  subscriber: [
    (value) => isRecord(value) && subscribers.some((name) => value[name] !== undefined),
    'an object such as { successUri: "https://…" }'
  ]
}

const memberNames = /* @__PURE__ */ Object.keys(rules) as (keyof ProcessRequest)[]

/** The server calls these addresses: they must be whole. Version 1.0 requires the first (18-062r2, 12.2), 2.0 none. */
const subscribers = ['successUri', 'inProgressUri', 'failedUri'] as const
const address: Rule = [
  (value) => typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value),
  'an absolute http(s) URL'
]

/** Refuses an execution request that cannot be meant. */
function checkRequest(request: unknown): asserts request is Readonly<Record<string, unknown>> {
  if (!isRecord(request) || !hasMembers(request))
    throw invalidArgument(makeOgcError, 'request', request, 'an object such as { inputs: { … } }')
  for (const name of Object.keys(request))
    if (request[name] !== undefined && !Object.hasOwn(rules, name)) throw unknownMember(name)
  for (const name of memberNames) check(name, request[name], rules[name], makeOgcError)
  const { subscriber } = request as { readonly subscriber?: Readonly<Record<string, unknown>> }
  if (!subscriber) return
  for (const name of subscribers) check(`subscriber.${name}`, subscriber[name], address, makeOgcError)
}

/** Inputs are often passed without their `inputs`, and a server would drop them. */
function unknownMember(name: string): Error {
  const hint = nearestName(name, Object.keys(rules)) ?? `inputs: { ${name}: … }`
  const message = `request has an unknown member ${show(name)}: did you mean ${hint}?`
  return makeOgcError({ code: 'invalid-argument', message })
}
