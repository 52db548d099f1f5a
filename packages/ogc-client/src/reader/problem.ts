import { isRecord } from '@geoclients/client-core'
import type { ApiError } from '../generated/types.ts'

export interface Problem {
  readonly apiError?: ApiError
  /** What an error message should say, in one line. */
  readonly reason?: string
}

/**
 * The four shapes in which servers explain an error, as the standard's problem details:
 * problem details themselves (RFC 7807, with Eozilla's `traceback`), pygeoapi's `{ type, code, description }`, and
 * FastAPI's `{ detail: "…" }` and `{ detail: [{ loc, msg }] }`. Anything else, such as HTML, is no problem details.
 */
export function readProblem(body: unknown, status: number): Problem {
  if (!isRecord(body)) return {}
  const detail = readDetail(body.detail) ?? text(body.description) ?? text(body.message)
  const title = text(body.title)
  const type = text(body.type) ?? text(body.code) ?? 'about:blank'
  const reason = oneLine(detail ?? title ?? text(body.code))
  if (reason === undefined && body.type === undefined) return {}
  const { title: _title, detail: _detail, traceback = body['x-traceback'], ...rest } = body
  const apiError: ApiError = {
    ...rest,
    type,
    ...(title !== undefined && { title }),
    status: typeof body.status === 'number' ? body.status : status,
    ...(detail !== undefined && { detail }),
    ...(traceback != null && { traceback: [traceback].flat().map(String) })
  }
  return reason === undefined ? { apiError } : { apiError, reason }
}

/** FastAPI lists its validation errors; each becomes `body.inputs: message`. */
function readDetail(detail: unknown): string | undefined {
  if (!Array.isArray(detail)) return text(detail)
  const lines = detail.filter(isRecord).flatMap(({ loc, msg }) => {
    if (typeof msg !== 'string') return []
    return Array.isArray(loc) && loc.length > 0 ? [`${loc.join('.')}: ${msg}`] : [msg]
  })
  return lines.length > 0 ? lines.join('; ') : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Text of a server for an error message: in one line, cut to 400 characters. */
export function oneLine(value: string | undefined): string | undefined {
  const line = value?.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  return line && line.length > 400 ? `${line.slice(0, 397)}...` : line
}
