import { isRecord, mediaType, type Reply } from '@geoclients/client-core'
import { isExceptionName } from './exception-names.ts'

/** Problem details are never an output, whatever the status of their answer: some gateways send them with 200. */
export function isProblem(response: Reply): boolean {
  return mediaType(response) === 'application/problem+json'
}

/** Whether the body of a 2xx takes the success back: problem details, an `error`, or the status of one. */
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
 * Whether JSON that was sent with 200 is an exception by its name and by all that it has: pygeoapi answers a failed
 * synchronous run so, ZOO-Project the results of a failed job. What the process describes as an output is one.
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
