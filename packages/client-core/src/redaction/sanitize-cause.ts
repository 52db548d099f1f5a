import { ClientError, hidden } from '../errors/client-error.ts'

/** How far a cause is looked into; what is deeper or wider counts as showing a secret. */
const maxDepth = 5
const maxMembers = 100

type Redact = (text: string) => string

/**
 * What may be said of a cause: the same where printing it cannot show a secret, else a new error with its name, message
 * and code, and with those of the causes below it.
 */
export function copyCause(cause: unknown, redact: Redact): unknown {
  if (typeof cause === 'string') return redact(cause)
  return isObject(cause) && mayShow(cause, redact) ? copyOf(cause, redact, 0) : cause
}

function copyOf(cause: object, redact: Redact, depth: number): Error {
  const inner = cause instanceof AggregateError ? (cause.cause ?? cause.errors[0]) : wordOf(cause, 'cause')
  const said = (key: string): string | undefined => {
    const word = wordOf(cause, key)
    return typeof word === 'string' ? redact(word) : undefined
  }
  const copy = new Error(said('message') ?? '')
  if (isObject(inner) && depth < maxDepth) hidden(copy, 'cause', copyOf(inner, redact, depth + 1))
  hidden(copy, 'name', said('name') ?? kindOf(cause))
  const code = said('code')
  return Object.assign(copy, code !== undefined && { code })
}

/** A member that an error has by its class, too; of other objects only what is their own, and nothing is run. */
function wordOf(value: object, key: string): unknown {
  if (!(value instanceof Error)) return Object.getOwnPropertyDescriptor(value, key)?.value
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

/** Whether printing a value might show a secret: what is computed, and what has insides of its own, such as a `Request`, might. */
function mayShow(value: unknown, redact: Redact, depth = 0): boolean {
  if (typeof value === 'string') return redact(value) !== value
  if (typeof value === 'function') return true // it may hold anything
  if (!isObject(value)) return false
  const isError = value instanceof Error
  if (depth > maxDepth || !(isError ? isPrintedAsError(value) : isPlain(value))) return true
  // The fields of our own errors were cleaned when they were made.
  const members = value instanceof ClientError ? [value.message, value.cause] : membersOf(value)
  if (members === undefined || members.length > maxMembers) return true
  return [...members, isError && value.stack].some((member) => mayShow(member, redact, depth + 1))
}

/** The names and values that printing shows, hidden ones and symbols too; undefined where one would have to be computed. */
function membersOf(value: object): unknown[] | undefined {
  const members: unknown[] = []
  for (const key of Reflect.ownKeys(value)) {
    const member = Object.getOwnPropertyDescriptor(value, key)
    // Some platforms compute the stack, which is looked at by itself.
    if (member?.get && key !== 'stack') return undefined
    members.push(String(key), key === 'stack' ? undefined : member?.value)
  }
  return members
}

/** Whether neither `JSON.stringify` nor Node's `inspect` is told by an error itself how to show it. Our own show nothing. */
function isPrintedAsError(error: Error): boolean {
  const own = ['toJSON', Symbol.for('nodejs.util.inspect.custom')]
  return error instanceof ClientError || !own.some((key) => key in error)
}

export function isPlain(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))
}

function kindOf(value: object): string {
  return isPlain(value) ? 'Object' : (value.constructor?.name ?? 'Object')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
