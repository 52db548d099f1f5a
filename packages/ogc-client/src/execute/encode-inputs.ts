import {
  check,
  checkMembers,
  invalidArgument,
  isRecord,
  linkSignals,
  nearestName,
  type Rule,
  type Rules,
  raceAbort,
  show,
  writeJson
} from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessRequest } from '../generated/types.ts'
import type { RequestedResults } from '../results/requested-outputs.ts'
import type { BinaryInput } from '../types/inputs.ts'
import { encodeBase64 } from '../utils/base64.ts'
import { bytesOf, isBytes, mediaTypeOf } from '../utils/bytes.ts'

/** Returns the bytes of a Blob that was already read. */
type BlobBytes = (blob: Blob) => Uint8Array

/** An execution request that can be sent: its text, and what it says of the results. */
export interface PreparedRequest extends RequestedResults {
  readonly body: string
}

/**
 * An execution request as it is sent: bytes among its inputs are qualified base64 values. Rejects with `invalid-argument`,
 * naming the path, for what JSON cannot hold, before anything was sent. `more` is sent beside what the caller may say.
 */
export async function prepareRequest(
  request: unknown,
  signal: AbortSignal | undefined,
  closed: AbortSignal,
  more?: object
): Promise<PreparedRequest> {
  checkRequest(request)
  const { inputs, outputs, response } = request as RequestedResults & { readonly inputs?: unknown }
  const blobs = new Set<Blob>()
  const collect: BlobBytes = (blob) => {
    blobs.add(blob)
    return new Uint8Array()
  }
  let prepared = readable(() => convert(inputs, collect, new Set()))
  if (blobs.size > 0) {
    const read = await readAll([...blobs], signal, closed)
    prepared = convert(inputs, (blob) => read.get(blob) as Uint8Array, new Set())
  }
  const isAsGiven = prepared === inputs && !more
  const body = writeJson(isAsGiven ? request : { ...request, inputs: prepared, ...more }, makeOgcError)
  return { body, ...(outputs && { outputs }), ...(response && { response }) }
}

/** Reads the inputs, which may have getters that throw. */
function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw makeOgcError({ code: 'invalid-argument', message: `inputs cannot be read: ${String(cause)}`, cause })
  }
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

/** Deeper than any input is; the writer of JSON says so itself where it cannot go on. */
const maxDepth = 500

/** A copy with bytes as qualified values, or the value itself if it contains none. The JSON writer reports cycles. */
function convert(value: unknown, blobBytes: BlobBytes, above: Set<unknown>): unknown {
  if (typeof value !== 'object' || value === null || above.has(value) || above.size > maxDepth) return value
  if (isBytes(value)) return { ...encoded(value, blobBytes), mediaType: mediaTypeOf(value) }
  if ('toJSON' in value) return value
  above.add(value)
  try {
    if (Array.isArray(value)) {
      const items = value.map((item) => convert(item, blobBytes, above))
      return items.some((item, i) => item !== value[i]) ? items : value
    }
    const members = Object.entries(value)
    const { value: content } = value as { readonly value?: unknown }
    if (isBytes(content)) return { mediaType: mediaTypeOf(content), ...value, ...encoded(content, blobBytes) }
    const converted = members.map(([key, member]) => [key, convert(member, blobBytes, above)] as const)
    return converted.some(([, member], i) => member !== members[i]?.[1]) ? Object.fromEntries(converted) : value
  } finally {
    above.delete(value)
  }
}

function encoded(value: BinaryInput, blobBytes: BlobBytes): { value: string; encoding: 'base64' } {
  const bytes = value instanceof Blob ? blobBytes(value) : bytesOf(value)
  return { value: encodeBase64(bytes), encoding: 'base64' }
}

async function readAll(
  blobs: readonly Blob[],
  signal: AbortSignal | undefined,
  closed: AbortSignal
): Promise<Map<Blob, Uint8Array>> {
  const link = linkSignals(signal, closed)
  try {
    const read = Promise.all(blobs.map(async (blob) => [blob, new Uint8Array(await blob.arrayBuffer())] as const))
    return new Map(await raceAbort(read, link.signal))
  } catch (cause) {
    if (closed.aborted) throw closed.reason
    if (signal?.aborted) throw makeOgcError({ code: 'aborted', message: 'reading the inputs was aborted', cause })
    throw makeOgcError({ code: 'invalid-argument', message: `an input could not be read: ${String(cause)}`, cause })
  } finally {
    link.unlink()
  }
}
