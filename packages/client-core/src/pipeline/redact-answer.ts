import type { Secrets } from '../secrets.ts'
import { withBody } from './guard-body.ts'

/** An error's answer, its body buffered already, with `***` where the server quotes the credentials that it refused. */
export async function redactAnswer(response: Response, secrets: Secrets): Promise<Response> {
  if (response.ok) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of headers) headers.set(name, secrets.redact(value))
  const statusText = secrets.redact(response.statusText)
  const bytes = response.body && new Uint8Array(await response.arrayBuffer())
  return withBody(response, bytes && redactBytes(bytes, secrets), { headers, statusText })
}

function redactBytes(bytes: Uint8Array<ArrayBuffer>, secrets: Secrets): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes)
  const clean = secrets.redact(text)
  return clean === text ? bytes : new TextEncoder().encode(clean)
}
