import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A right response before a fault. */
export interface RightAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The text of a response head in HTTP/1.1. */
export function head(status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`
}

/** The headers of a response, and the way its body ends. */
export function framed({ headers, body }: RightAnswer, length: number = body.length): Record<string, string> {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers
  return { ...rest, 'content-length': String(length), connection: 'close' }
}

/** CORS headers that let any page read the response. */
export const corsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*, Authorization',
  'access-control-expose-headers': '*'
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts)
}

/** Writes everything and ends the connection. */
export function finish(socket: Socket, ...parts: (string | Buffer)[]): void {
  for (const part of parts) socket.write(part)
  socket.end()
}

/** Writes, waits until it is sent, then resets the connection. */
export function reset(socket: Socket, ...parts: (string | Buffer)[]): void {
  for (const part of parts) socket.write(part)
  if (parts.length === 0) socket.resetAndDestroy()
  else setTimeout(() => socket.resetAndDestroy(), 5)
}

export const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.ceil(bytes.length / 2))
export const gzipped = (bytes: Buffer): Buffer => gzipSync(bytes)

/** The secrets in a request. */
export function secretsOf({ headers, url = '' }: IncomingMessage): string[] {
  const query = new URL(url, 'http://world.test').searchParams
  return [headers.authorization?.split(' ')[1], headers['x-api-key'], query.get('key')].flatMap((secret) =>
    secret ? [String(secret)] : []
  )
}
