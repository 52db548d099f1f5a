import { isRecord, mediaType, type Reply } from '@geoclients/client-core'
import { isExceptionName } from './exception-names.ts'

/** Whether a response is problem details. Some gateways send them with status 200, but they are never an output. */
export function isProblem(response: Reply): boolean {
  return mediaType(response) === 'application/problem+json'
}

/** Whether a 2xx body reports a failure: problem details, an `error`, or an error status. */
export function isRefusal(response: Reply, body: unknown): boolean {
  if (isProblem(response)) return true
  if (!isRecord(body)) return false
  const { error, status } = body
  return (error != null && error !== false) || (typeof status === 'number' && status >= 400)
}

const members = new Set([
  ...['type', 'title', 'detail', 'description', 'message', 'code', 'status', 'instance'],
  ...['traceback', 'trace_id', 'locator', 'href', 'error', 'cause']
])

interface Described {
  readonly outputIds: () => Promise<readonly string[]>
  readonly outputSchema: (outputId: string) => Promise<unknown>
}

/**
 * Whether JSON with status 200 is an exception, judged by its name and members. pygeoapi returns this for a failed
 * synchronous run, and ZOO-Project for the results of a failed job. JSON that the process describes as an output is not one.
 */
export async function isExceptionOf(body: unknown, { outputIds, outputSchema }: Described): Promise<boolean> {
  if (!isRecord(body)) return false
  const { type, code, title, detail, description, message } = body
  const isNamed = isExceptionName(type) || isExceptionName(code)
  const keys = Object.keys(body)
  if (!isNamed || !keys.every((key) => members.has(key))) return false
  if (![title, detail, description, message].some((text) => typeof text === 'string')) return false
  const ids = await outputIds()
  if (keys.some((key) => ids.includes(key))) return false
  const [only, other] = ids
  const schema = only !== undefined && other === undefined ? await outputSchema(only) : undefined
  const properties = isRecord(schema) && isRecord(schema.properties) ? schema.properties : {}
  return !keys.some((key) => Object.hasOwn(properties, key))
}
