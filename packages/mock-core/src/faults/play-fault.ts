import { type Handle, NetworkFault } from '../handle.ts'
import { json } from '../http/json.ts'
import type { Fault, StatusFault } from './fault.ts'

const GATEWAY_PAGE =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n'

/** Applies a fault to a request. `answer` makes the mock's real response. */
export async function playFault(fault: Fault, request: Request, answer: Handle): Promise<Response> {
  if (typeof fault === 'function') return fault(request)
  switch (fault) {
    case 'network':
      throw new NetworkFault()
    case 'hang':
      return untilAborted(request.signal)
    case 'broken-json':
      return new Response('{"links": [{"href": ', {
        headers: { 'Content-Type': 'application/json' }
      })
    case 'html':
      return new Response(GATEWAY_PAGE, {
        status: 502,
        headers: { 'Content-Type': 'text/html; charset=utf-8' }
      })
    case 'stall':
      return stalled(await answer(request), request.signal)
    default:
      return statusAnswer(fault)
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true
    })
  })
}

async function stalled(response: Response, signal: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (signal.aborted) return controller.error(signal.reason)
      if (bytes.length > 1) controller.enqueue(bytes.slice(0, bytes.length >> 1))
      signal.addEventListener('abort', () => controller.error(signal.reason), {
        once: true
      })
    }
  })
  const { status, headers } = response
  // A status without a body, such as 204, cannot stall.
  return new Response(bytes.length === 0 ? null : body, { status, headers })
}

function statusAnswer({ status, body, headers, retryAfter }: StatusFault): Response {
  const all = new Headers(headers)
  if (retryAfter !== undefined) all.set('Retry-After', String(retryAfter))
  if (body === undefined) return new Response(null, { status, headers: all })
  if (typeof body === 'string') return new Response(body, { status, headers: all })
  return json(body, { status, headers: all })
}
