import { mostRepaired, parseText } from '@geoclients/client-core'

/** To decode bytes that are not of their charset takes up to three times as long. */
const longBytes = 1_000_000

/**
 * Decodes bytes in the charset of their media type; as UTF-8 if there is no known one, or if long bytes are not of it.
 * Undefined if very long bytes are neither.
 */
export function decodeText(bytes: Uint8Array, contentType?: string | null): string | undefined {
  return tryText(bytes, contentType) ?? (bytes.length > mostRepaired ? tryText(bytes) : new TextDecoder().decode(bytes))
}

/** The text with which bytes start: at most `length` of them. */
export function startText(bytes: Uint8Array, length: number, contentType?: string | null): string {
  return decodeText(bytes.subarray(0, length), contentType) ?? '' // what is short is always repaired
}

/** Like `decodeText`, but undefined if long bytes are not of their charset. */
export function tryText(bytes: Uint8Array, contentType?: string | null): string | undefined {
  const charset = contentType ? /;\s*charset="?([^;"\s]+)/i.exec(contentType)?.[1] : undefined
  try {
    return decoderOf(charset, bytes.length > longBytes).decode(bytes)
  } catch {
    return undefined
  }
}

function decoderOf(charset: string | undefined, fatal: boolean): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal })
  } catch {
    return new TextDecoder('utf-8', { fatal })
  }
}

/** Like `decodeText`, for JSON: as UTF-8 (RFC 8259, 8.1), or in the labelled charset if the bytes are not UTF-8. */
export function decodeJson(bytes: Uint8Array, contentType: string | null | undefined): string | undefined {
  const text = decodeText(bytes)
  // Invalid UTF-8 decodes to U+FFFD, and ASCII in UTF-16 contains NULs.
  const isOther =
    contentType && /charset=/i.test(contentType) && (!text || text.includes('\0') || text.includes('\ufffd'))
  return (isOther ? tryText(bytes, contentType) : undefined) ?? text
}

/** A media type without charset, for text that is encoded again as UTF-8. */
export function withoutCharset(type: string | undefined): string | undefined {
  return type?.replace(/;\s*charset=[^;]*/i, '')
}

/** Whether a text is an HTML page rather than other markup. */
export function looksLikePage(text: string): boolean {
  return /^\s*(?:<!--|<!doctype html|<html|<head|<body)/i.test(text)
}

/** The parsed JSON; undefined, which JSON cannot express, if the text is not JSON. */
export function tryJson(text: string): unknown {
  try {
    return parseText(text)
  } catch {
    return undefined
  }
}
