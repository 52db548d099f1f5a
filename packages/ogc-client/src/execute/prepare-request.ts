import {
  type CallSettings,
  check,
  checkMembers,
  invalidArgument,
  isRecord,
  nearestName,
  plainJson,
  type Rule,
  type Rules,
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

const rules: Rules<keyof ProcessRequest> = {
  inputs: [isRecord, 'an object of values by input id'],
  outputs: [isRecord, 'an object of { format, transmissionMode } by output id'],
  response: [(value) => value === 'raw' || value === 'document', '"raw" or "document"'],
  subscriber: [
    (value) => isRecord(value) && subscribers.some((name) => value[name] !== undefined),
    'an object such as { successUri: "https://…" }'
  ]
}

/** The server calls these addresses: they must be whole. Version 1.0 requires the first (18-062r2, 12.2), 2.0 none. */
const subscribers = ['successUri', 'inProgressUri', 'failedUri'] as const
const address: Rule = [
  (value) => typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value),
  'an absolute http(s) URL'
]

/** Refuses an execution request that cannot be meant. */
function checkRequest(request: unknown): asserts request is Readonly<Record<string, unknown>> {
  if (!isRecord(request)) throw invalidArgument(makeOgcError, 'request', request, 'an object such as { inputs: { … } }')
  // Inputs are often passed without their `inputs`, and a server would drop them.
  const other = Object.keys(request).find((name) => request[name] !== undefined && !Object.hasOwn(rules, name))
  if (other !== undefined) {
    const hint = nearestName(other, Object.keys(rules)) ?? `inputs: { ${other}: … }`
    const message = `request has an unknown member ${show(other)}: did you mean ${hint}?`
    throw makeOgcError({ code: 'invalid-argument', message })
  }
  checkMembers('request', request, rules, makeOgcError)
  const { subscriber = {} } = request as { readonly subscriber?: Readonly<Record<string, unknown>> }
  for (const name of subscribers) check(`subscriber.${name}`, subscriber[name], address, makeOgcError)
}
