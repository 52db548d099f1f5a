import { hidden, isClientError } from '../errors/client-error.ts'

/** Maximum depth of nested causes that are examined. */
const maxDepth = 5
/** The members of an error that platforms print unchanged. */
const ordinary = /* @__PURE__ */ new Set<PropertyKey>([
  ...['name', 'message', 'cause', 'code', 'errno', 'syscall', 'address', 'port', 'host', 'hostname']
])

type Redact = (text: string) => string

/**
 * A cause that is safe to print. If the original cannot show a secret, it is returned. Otherwise this is a new error with
 * the redacted name, message and code, and with safe copies of nested causes.
 */
export function safeCause(cause: unknown, redact: Redact): unknown {
  if (typeof cause === 'string') return redact(cause)
  try {
    return isHarmless(cause, redact, 0) ? cause : copyOf(Object(cause), redact, 0)
  } catch {
    return new Error('the cause cannot be read')
  }
}

/** Whether printing a value shows ordinary members only, and no secret in them. */
function isHarmless(value: unknown, redact: Redact, depth: number): boolean {
  if (value === null || /^(?:undefined|boolean|number|bigint)$/.test(typeof value)) return true
  if (typeof value === 'string') return redact(value) === value
  // Our own errors were redacted when they were made.
  if (isClientError(value))
    return isHarmless(value.message, redact, depth) && isHarmless(value.cause, redact, depth + 1)
  if (!(value instanceof Error) || depth > maxDepth || isPrintedOwnWay(value)) return false
  // Not every platform has these three as own members. Some have getters for them.
  const { name, message, stack } = value
  if (![name, message, stack].every((said) => isHarmless(said, redact, depth))) return false
  return Reflect.ownKeys(value).every((key) => {
    if (key === 'stack') return true
    const member = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor
    // A getter may return anything.
    return ordinary.has(key) && !member.get && isHarmless(member.value, redact, depth + 1)
  })
}

/** Whether an error customises how JSON or Node's `inspect` prints it. */
function isPrintedOwnWay(error: Error): boolean {
  return 'toJSON' in error || Symbol.for('nodejs.util.inspect.custom') in error
}

function copyOf(cause: object, redact: Redact, depth: number): Error {
  const said = (key: string): string | undefined => {
    const word = wordOf(cause, key)
    return typeof word === 'string' ? redact(word) : undefined
  }
  const copy = new Error(said('message') ?? '')
  const inner = cause instanceof AggregateError ? (cause.cause ?? cause.errors[0]) : wordOf(cause, 'cause')
  if (typeof inner === 'object' && inner !== null && depth < maxDepth) {
    hidden(copy, 'cause', copyOf(inner, redact, depth + 1))
  }
  hidden(copy, 'name', said('name') || cause.constructor?.name || 'Object')
  const code = said('code')
  return Object.assign(copy, code !== undefined && { code })
}

/** A member of an error, including inherited ones. For other objects only their own members, without calling getters. */
function wordOf(value: object, key: string): unknown {
  return value instanceof Error ? Reflect.get(value, key) : Object.getOwnPropertyDescriptor(value, key)?.value
}
