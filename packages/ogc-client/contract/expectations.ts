import { AssertionError } from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { isOgcError, type OgcError } from '../src/errors/ogc-error.ts'
import type { Answer, OgcContext } from './context.ts'

// Every message begins with what was asked and names what was found, so that the symptom of a deviation can be told in a
// few words. Nothing here needs a test runner: the tables are read by other programs too.

/** The last answer to a method, and to a path that ends so. */
export function lastAnswer({ answers }: OgcContext, method: string, end = ''): Answer {
  const found = answers.findLast((answer) => answer.method === method && answer.path.split('?', 1)[0]?.endsWith(end))
  return found ?? fail(`${method} …${end}: was not sent`)
}

export function expectStatus(answer: Answer, expected: number): void {
  if (answer.status !== expected) fail(`${nameOf(answer)}: status is ${answer.status}, expected ${expected}`)
}

/** A header that is there and matches; `what` says so in words. */
export function expectHeader(answer: Answer, name: string, expected: RegExp): void {
  const value = answer.headers.get(name)
  if (value === null) fail(`${nameOf(answer)}: header ${name} is missing`)
  else if (!expected.test(value)) fail(`${nameOf(answer)}: header ${name} is ${value}, expected ${expected}`)
}

/** The media type of an answer, without its parameters. */
export function expectType(answer: Answer, expected: string): void {
  const type = answer.headers.get('Content-Type')?.split(';', 1)[0]?.toLowerCase() ?? 'none'
  if (type !== expected) fail(`${nameOf(answer)}: media type is ${type}, expected ${expected}`)
}

/** An exception of the standard by its short name: `no-such-job` (18-062r2, table 18). */
export function expectException(error: OgcError, status: number, exception: string): void {
  if (error.status !== status) fail(`status is ${error.status}, expected ${status}`)
  if (error.exception !== exception)
    fail(`exception is ${error.exception ?? error.apiError?.type}, expected ${exception}`)
}

/** The error that a call rejects with; where it resolves, that is what fails. */
export async function errorOf(call: Promise<unknown>): Promise<OgcError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error })
  )
  if (!outcome) fail('nothing was refused')
  if (isOgcError(outcome.error)) return outcome.error
  throw outcome.error
}

export function textOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes)
}

/** The whole body of an answer as JSON. */
export function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(textOf(answer))
  } catch {
    return fail(`${nameOf(answer)}: body is no JSON: ${textOf(answer).slice(0, 80)}`)
  }
}

/** Equal as JSON; `what` names the value in the message. */
export function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return
  fail(`${what} is ${JSON.stringify(found)?.slice(0, 200)}, expected ${JSON.stringify(expected)}`)
}

export function expect(holds: boolean, message: string): asserts holds {
  if (!holds) fail(message)
}

export function nameOf({ method, path }: Pick<Answer, 'method' | 'path'>): string {
  return `${method} ${path}`
}

export function fail(message: string): never {
  throw new AssertionError({ message, stackStartFn: fail })
}
