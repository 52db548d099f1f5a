/** The steps that a server writes to a bare socket. Text is sent as latin1. */
export type Step =
  | string
  | Uint8Array
  | Packed
  /** Repeats a text at an interval in milliseconds, until the client disconnects. */
  | { readonly repeat: string; readonly every: number }
  /** How it ends: the server closes its half of the connection, resets it, or sends nothing more. */
  | 'close'
  | 'reset'
  | 'silence'

/** A repeated text, compressed, and cut after a number of bytes. */
export interface Packed {
  readonly gzip: string
  readonly times: number
  readonly cutAt?: number
}

export type Answer = readonly Step[]

/** Pages of any origin may read everything. */
const cors = ['Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: *'].join('\r\n')

/** The head of a response, with the empty line at its end. */
export function head(status: string, ...headers: readonly string[]): string {
  return ['HTTP/1.1 '.concat(status), 'Connection: close', cors, ...headers, '', ''].join('\r\n')
}

/** A complete response with Content-Length. */
export function whole(status: string, type: string, body: string, ...headers: readonly string[]): Answer {
  return [head(status, `Content-Type: ${type}`, `Content-Length: ${body.length}`, ...headers), body, 'close']
}

export const json = (body: unknown, status = '200 OK'): Answer =>
  whole(status, 'application/json', JSON.stringify(body))

/** A part of a chunked body. */
export const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`
