import type { Secrets } from '../../redaction/secret-registry.ts'
import { type Addresses, rememberAddresses } from '../../response/unredacted-urls.ts'
import { withBody } from '../timeout/body-guard.ts'

/**
 * An answer with `***` where the server quotes the credentials: in its headers, and in the body of an error, which is
 * buffered already. A success that quotes none in its headers is the same object.
 */
export async function redactAnswer(response: Response, secrets: Secrets): Promise<Response> {
  const headers = redactHeaders(response.headers, secrets)
  if (response.ok) {
    if (!headers) return response
    const clean = withBody(response, response.body, { headers, statusText: response.statusText })
    rememberAddresses(clean, addressesIn(response.headers, secrets))
    return clean
  }
  const statusText = secrets.redact(response.statusText)
  const bytes = response.body && new Uint8Array(await response.arrayBuffer())
  return withBody(response, bytes && redactBytes(bytes, secrets), { headers: headers ?? response.headers, statusText })
}

/** The headers without secrets; undefined where they have none. */
function redactHeaders(headers: Headers, secrets: Secrets): Headers | undefined {
  const clean = new Headers()
  let isChanged = false
  for (const [name, value] of headers) {
    // What the body is read by must stay, whatever a key may be called.
    const shown = name === 'content-type' ? value : secrets.redact(value)
    isChanged ||= shown !== value
    clean.append(name, shown)
  }
  return isChanged ? clean : undefined
}

/** Where the headers lead: a success is followed by what they say, not by what they show. */
function addressesIn(headers: Headers, secrets: Secrets): Addresses {
  const names = (['location', 'link'] as const).filter((name) => headers.has(name))
  return Object.fromEntries(names.map((name) => [name, secrets.redactQueries(headers.get(name) ?? '')]))
}

function redactBytes(bytes: Uint8Array<ArrayBuffer>, secrets: Secrets): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes)
  const clean = secrets.redact(text)
  return clean === text ? bytes : new TextEncoder().encode(clean)
}
