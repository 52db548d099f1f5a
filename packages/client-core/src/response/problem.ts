import { asText, oneLine, tryStringify } from '../utils/text.ts'
import { isRecord } from '../validation/arguments.ts'
import { lastLine, mostTelling, withoutEntities } from './most-telling.ts'

/** Problem details (RFC 7807), with the traceback that some servers add. */
export interface ProblemDetails {
  /** URI of the kind of error, or another name of it; `about:blank` where the server names none. */
  type: string
  title?: string
  /** The HTTP status. */
  status?: number
  detail?: string
  /** URI of this occurrence. */
  instance?: string
  /** Lines of the server's stack trace. */
  traceback?: string[]
}

export interface Problem {
  readonly apiError?: ProblemDetails
  /** What an error message should say, in one line. */
  readonly reason?: string
}

/**
 * Converts the error formats of servers to problem details:
 * - problem details (RFC 7807, with a `traceback`),
 * - pygeoapi's `{ type, code, description }`,
 * - FastAPI's `{ detail: … }` with a text, an object or a list,
 * - OWS's `{ exceptions: [{ exceptionCode, exceptionText }] }`,
 * - `{ error: … }` with a text or an object,
 * - a list of errors, bare or as `errors`.
 * If there is only a title, the last line of the traceback is the detail (Copernicus stores). Anything else, such as HTML,
 * gives no problem details.
 */
export function readProblem(given: unknown, status: number): Problem {
  const body = Array.isArray(given) ? { errors: given } : given
  if (!isRecord(body)) return {}
  const told = detailOf(body)
  const detail = told === undefined ? undefined : withoutEntities(told)
  const title = text(body.title)
  const code =
    text(body.code) ?? exceptionsOf(body).map(({ exceptionCode, code }) => text(exceptionCode) ?? text(code))[0]
  const type = text(body.type) ?? code ?? 'about:blank'
  const trace = body.traceback ?? body['x-traceback']
  const reason = oneLine(detail ?? mostTelling(title, lastLine(trace)) ?? code)
  if (reason === undefined && body.type === undefined) return {}
  const { title: _title, detail: _detail, traceback: _traceback, ...rest } = body
  const apiError: ProblemDetails = {
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

/** The explanation in a body, or in an object inside it. */
function detailOf(body: Explanation): string | undefined {
  const { detail, description, message, msg, error, errors, error_description: oauth, reason, fault } = body
  return (
    readDetail(detail) ??
    text(description) ??
    text(message) ??
    lines(exceptionsOf(body).map(({ exceptionText }) => [exceptionText].flat().map(text))) ??
    text(msg) ??
    text(reason) ??
    text(oauth) ??
    readDetail(error) ??
    readDetail(errors) ??
    lines([errors].flat().map(text)) ??
    readDetail(fault)
  )
}

/** A text, an object with an explanation, or FastAPI's list of validation errors, which become `body.inputs: message`. */
function readDetail(detail: unknown): string | undefined {
  if (Array.isArray(detail)) return lines(detail.filter(isRecord).map(readValidation))
  return isRecord(detail) ? inner(detail) : text(detail)
}

/** A message. Servers may send it as an object, for example by language, or as a list. Undefined if there is none. */
export function messageOf(value: unknown): string | undefined {
  return (
    readDetail(value) ??
    (value == null || value === '' ? undefined : (tryStringify(value) ?? 'nested too deep to be shown'))
  )
}

function readValidation(item: Explanation): string | undefined {
  const { loc, field, path, msg } = item
  const why = text(msg) ?? inner(item)
  if (why === undefined) return undefined
  const where = [loc, field, path]
    .map((at) => (Array.isArray(at) ? at.map(asText).join('.') : text(at)))
    .find((at) => at)
  return where ? `${where}: ${why}` : why
}

/** The text of an object's members, without nested objects. */
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
