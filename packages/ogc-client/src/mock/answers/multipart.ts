import type { Bytes } from '@geoclients/mock-core'

export interface Part {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Bytes
}

/** A `multipart/related` body (RFC 2387) with its media type. The same parts always give the same body. */
export function multipartRelated(parts: readonly Part[]): { readonly mediaType: string; readonly body: Bytes } {
  const boundary = chooseBoundary(parts)
  const encoder = new TextEncoder()
  const chunks = parts.flatMap(({ headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    return [encoder.encode(`--${boundary}\r\n${lines.join('')}\r\n`), body, encoder.encode('\r\n')]
  })
  const root = parts[0]?.headers['Content-Type']
  const type = root === undefined ? '' : `; type="${root.split(';')[0]}"`
  return {
    mediaType: `multipart/related; boundary=${boundary}${type}`,
    body: concat([...chunks, encoder.encode(`--${boundary}--\r\n`)])
  }
}

function chooseBoundary(parts: readonly Part[]): string {
  // Only ASCII matters for the boundary, and this decoder keeps it.
  const decoder = new TextDecoder('windows-1252')
  const texts = parts.map(({ body }) => decoder.decode(body))
  let boundary = 'ogc-mock-part'
  while (texts.some((text) => text.includes(boundary))) boundary += '-x'
  return boundary
}

function concat(chunks: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
