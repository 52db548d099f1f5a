import { isRecord, tryStringify } from '@geoclients/client-core'
import type { ApiError } from '../generated/types.ts'
import { oneLine } from '../utils/one-line.ts'
import { asText } from '../utils/text.ts'

export interface Problem {
  readonly apiError?: ApiError
  /** What an error message should say, in one line. */
  readonly reason?: string
}

/**
 * The shapes in which servers explain an error, as the standard's problem details: problem details themselves (RFC 7807,
 * with Eozilla's `traceback`), pygeoapi's `{ type, code, description }`, FastAPI's `{ detail: … }` of a text, an object or
 * a list, OWS's `{ exceptions: [{ exceptionCode, exceptionText }] }`, and `{ error: … }` of a text or an object. Anything
 * else, such as HTML, is no problem details.
 */
export function readProblem(body: unknown, status: number): Problem {
  if (!isRecord(body)) return {}
  const detail = detailOf(body)
  const title = text(body.title)
  const code =
    text(body.code) ?? exceptionsOf(body).map(({ exceptionCode, code }) => text(exceptionCode) ?? text(code))[0]
  const type = text(body.type) ?? code ?? 'about:blank'
  const reason = oneLine(detail ?? title ?? code)
  if (reason === undefined && body.type === undefined) return {}
  const { title: _title, detail: _detail, traceback, ...rest } = body
  const trace = traceback ?? body['x-traceback']
  const apiError: ApiError = {
    ...rest,
    type,
    ...(title !== undefined && { title }),
    status: typeof body.status === 'number' ? body.status : status,
    ...(detail !== undefined && { detail }),
    ...(trace != null && { traceback: [trace].flat().map(asText) })
  }
  return reason === undefined ? { apiError } : { apiError, reason }
}

type Explanation = Readonly<Record<string, unknown>>

/** What went wrong, from wherever a body, or an object in it, says so. */
function detailOf(body: Explanation): string | undefined {
  const { detail, description, message, error } = body
  return (
    readDetail(detail) ??
    text(description) ??
    text(message) ??
    lines(exceptionsOf(body).map(({ exceptionText }) => [exceptionText].flat().map(text))) ??
    readDetail(error)
  )
}

/** A text, an object that explains itself, or FastAPI's list of validation errors; each becomes `body.inputs: message`. */
function readDetail(detail: unknown): string | undefined {
  if (Array.isArray(detail)) return lines(detail.filter(isRecord).map(readValidation))
  return isRecord(detail) ? inner(detail) : text(detail)
}

/** A message that servers may write as an object, by language for example, or as a list; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  return (
    readDetail(value) ??
    (value == null || value === '' ? undefined : (tryStringify(value) ?? 'nested too deep to be told'))
  )
}

function readValidation({ loc, msg }: Explanation): string | undefined {
  if (typeof msg !== 'string') return undefined
  return Array.isArray(loc) && loc.length > 0 ? `${loc.map(asText).join('.')}: ${msg}` : msg
}

/** One level deep: an object in it is no text. */
function inner({ detail, description, message, msg, error, title }: Explanation): string | undefined {
  return [detail, description, message, msg, error, title].map(text).find((found) => found !== undefined)
}

function exceptionsOf({ exceptions }: Explanation): Explanation[] {
  return Array.isArray(exceptions) ? exceptions.filter(isRecord) : []
}

function lines(found: readonly (string | undefined | readonly (string | undefined)[])[]): string | undefined {
  const told = found.flat().filter((line) => line !== undefined)
  return told.length > 0 ? told.join('; ') : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
