/** What a server writes on a bare socket, step by step. Text is sent as latin1. */
export type Step =
  | string
  | Uint8Array
  | Packed
  /** Again and again, with so many milliseconds between: for ever, or until the client leaves. */
  | { readonly repeat: string; readonly every: number }
  /** How it ends: its half of the connection is closed, the connection is reset, or nothing more comes. */
  | 'close'
  | 'reset'
  | 'silence'

/** So many times a text, packed; cut after so many bytes. */
export interface Packed {
  readonly gzip: string
  readonly times: number
  readonly cutAt?: number
}

export type Answer = readonly Step[]

/** Pages of any origin may read everything. */
const cors = ['Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: *'].join('\r\n')

/** The head of an answer, with the empty line at its end. */
export function head(status: string, ...headers: readonly string[]): string {
  return ['HTTP/1.1 '.concat(status), 'Connection: close', cors, ...headers, '', ''].join('\r\n')
}

/** A whole answer of a length that is told. */
export function whole(status: string, type: string, body: string, ...headers: readonly string[]): Answer {
  return [head(status, `Content-Type: ${type}`, `Content-Length: ${body.length}`, ...headers), body, 'close']
}

export const json = (body: unknown, status = '200 OK'): Answer =>
  whole(status, 'application/json', JSON.stringify(body))

/** A part of a chunked body. */
export const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`
