import type { ErrorFactory } from '../../errors/client-error.ts'
import type { SecretHolder } from '../../redaction/guard-errors.ts'
import { mediaType, readErrorBody, readJson, textOf } from '../../response/body.ts'
import type { ParseAs, RequestOptions } from '../../types/api.ts'
import type { CallSettings, HeaderMap, Reply } from '../../types/call.ts'
import { hasMembers, invalidArgument } from '../../validation/arguments.ts'
import { checkHeaders } from '../../validation/request-options.ts'
import { check, checkMembers, type Rule, type Rules } from '../../validation/rules.ts'
import { handOut, readResponse } from '../fetch/hand-out.ts'
import type { Exchange } from '../pipeline.ts'
import { writeChecked } from './checked-json.ts'
import type { WriteOperation } from './write-operation.ts'

export interface ApiClientOptions {
  readonly exchange: Exchange
  readonly settings: (options: RequestOptions, own: Rules) => CallSettings
  readonly write: WriteOperation
  readonly secrets: SecretHolder
  readonly error: ErrorFactory
}

export interface AnyInit extends RequestOptions {
  readonly params?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly parseAs?: ParseAs
}

const parseAsRule: Rule = [
  (value) => ['json', 'text', 'blob', 'arrayBuffer', 'stream'].includes(value as ParseAs),
  '"json", "text", "blob", "arrayBuffer" or "stream"'
]

const members: Rule = [hasMembers, 'an object of values by name']
const paramsRules: Rules = { path: members, query: members, header: members }

/** What the methods of the path map do, each by its name. */
export async function callOperation(
  { exchange, write, secrets, error }: ApiClientOptions,
  name: string,
  path: string,
  init: AnyInit,
  call: CallSettings
): Promise<object> {
  // Anything else would be glued to the base URL, at worst to its host.
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw invalidArgument(error, 'path', path, 'a path of the contract, such as "/things/{id}"')
  }
  const { parseAs = 'json', params: given = {} } = init
  check('parseAs', parseAs, parseAsRule, error)
  const params = readParams(given, error)
  // The parameters of the contract win over the headers of the call.
  const headers = { ...call.headers, ...params.headers }
  const body = init.body === undefined ? undefined : writeBody(init.body, headers['content-type'], error)
  const mode = parseAs === 'stream' ? parseAs : 'bytes'
  const own = { path: params.path, query: params.query, body, mode } as const
  const settings = { ...call, headers }
  const { request, kind } = write(`${name} ${path}`, settings, own)
  const reply = await exchange(request, settings, kind)
  if (!reply.ok) return { error: readErrorBody(reply), response: readResponse(reply, secrets) }
  if (parseAs !== 'stream') return { data: parse(reply, parseAs, error), response: readResponse(reply, secrets) }
  const response = handOut(reply, secrets)
  return { data: response.body, response }
}

function parse(reply: Reply, parseAs: Exclude<ParseAs, 'stream'>, error: ErrorFactory): unknown {
  if (parseAs === 'json') return readJson(reply, error)
  if (parseAs === 'text') return textOf(reply, error)
  const { bytes } = reply
  return parseAs === 'blob' ? new Blob([bytes], { type: mediaType(reply) ?? '' }) : bytes.slice().buffer
}

/** The parameters of a path map call. Checks what the URL writers do not. */
function readParams(
  params: unknown,
  make: ErrorFactory
): { readonly path: Readonly<Record<string, unknown>>; readonly query?: object; readonly headers: HeaderMap } {
  checkMembers('params', params, paramsRules, make, 'an object such as { path, query }', 'params.')
  const { path = {}, query, header = {} } = params as Record<string, object | undefined>
  const given = Object.entries(header).filter(([, value]) => value != null)
  checkHeaders(Object.fromEntries(given), make)
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]))
  return { path: path as Readonly<Record<string, unknown>>, ...(query && { query }), headers }
}

/** A request body as text: JSON, or a text as it stands where the call's `Content-Type` is of another kind (CWL, YAML). */
export function writeBody(body: unknown, contentType: string | null | undefined, make: ErrorFactory): string {
  if (typeof body === 'string' && contentType && !/json/i.test(contentType)) return body
  return writeChecked(body, make)
}
