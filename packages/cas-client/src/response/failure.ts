import {
  type ClientCore,
  cut,
  type DescribeFailure,
  httpFailure,
  isRecord,
  tryStringify
} from '@geoclients/client-core'
import type { CasErrorInit, ValidationDetail } from '../errors/cas-error.ts'
import { adviceFor } from './advice.ts'

/**
 * The error for a response that is not 2xx, in either of the service's two forms: its envelope, or `{ detail: "…" }`. `error`
 * makes it, because the service may quote secrets, also in its URL.
 */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (response, body) => {
    const { errorType, message, requestId, detail } = readEnvelope(body)
    const reason = [message, detail?.map(inWords).join('; '), adviceFor(errorType, response.status)]
      .filter(Boolean)
      .join(': ')
    const told = httpFailure(response, body, cut(reason, 400) || undefined, clock.now())
    const init: CasErrorInit = {
      ...told,
      requestId: told.requestId ?? requestId,
      // Browsers cannot read the header, because the service exposes none to other origins.
      retryAfter: told.retryAfter ?? (response.status === 429 ? pauseIn(message) : undefined),
      errorType,
      detail
    }
    return error(init)
  }
}

interface Envelope {
  readonly errorType?: string | undefined
  readonly message?: string | undefined
  readonly requestId?: string | undefined
  readonly detail?: readonly ValidationDetail[] | undefined
}

function readEnvelope(body: unknown): Envelope {
  if (!isRecord(body)) return {}
  if (!isRecord(body.error)) return { message: text(body.detail) }
  const { type, message, request_id, detail } = body.error
  const found = Array.isArray(detail) ? detail.filter(isRecord).map(readDetail) : []
  return {
    errorType: text(type),
    message: text(message),
    requestId: text(request_id),
    detail: found.length > 0 ? found : undefined
  }
}

function readDetail({ type, loc, msg, input }: Readonly<Record<string, unknown>>): ValidationDetail {
  const path = Array.isArray(loc) ? loc.filter((step) => typeof step === 'string' || typeof step === 'number') : []
  const detail = { type: text(type) ?? '', loc: path, msg: cut(text(msg) ?? '', 200) }
  // The service echoes its input, up to the whole request.
  const echo = tryStringify(input)
  return echo === undefined ? detail : { ...detail, input: cut(echo, 80) }
}

function inWords({ loc, msg }: ValidationDetail): string {
  return loc.length > 0 ? `${loc.join('.')}: ${msg}` : msg
}

/** "Rate limit exceeded; retry after 59s" */
export function pauseIn(message: string | undefined): number | undefined {
  const seconds = /retry after (\d{1,6}) ?s/i.exec(message ?? '')?.[1]
  return seconds === undefined ? undefined : Number(seconds) * 1000
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
