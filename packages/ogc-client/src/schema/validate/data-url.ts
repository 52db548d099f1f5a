import { decodeBase64 } from '../../utils/base64.ts'

/** The content of a `data:` URL (RFC 2397). */
export interface DataUrl {
  /** Undefined if the URL names none. */
  readonly mediaType: string | undefined
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Undefined if it is not a valid `data:` URL. */
export function readDataUrl(href: string): DataUrl | undefined {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/is.exec(href)
  if (match === null) return undefined
  const [, mediaType = '', base64, data = ''] = match
  const bytes = base64 === undefined ? fromPercent(data) : decodeBase64(data)
  return bytes === undefined ? undefined : { mediaType: mediaType === '' ? undefined : mediaType, bytes }
}

function fromPercent(data: string): Uint8Array<ArrayBuffer> | undefined {
  const encoder = new TextEncoder()
  const bytes: number[] = []
  for (const part of data.match(/%[0-9a-f]{2}|%|[^%]+/gi) ?? []) {
    if (part === '%') return undefined
    if (part.startsWith('%')) bytes.push(Number.parseInt(part.slice(1), 16))
    else bytes.push(...encoder.encode(part))
  }
  return Uint8Array.from(bytes)
}
