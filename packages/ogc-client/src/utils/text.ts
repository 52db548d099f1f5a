import { parseText } from '@geoclients/client-core'

/** Decodes bytes in the charset of their media type, or UTF-8 if there is no known one. */
export function decodeText(bytes: Uint8Array, contentType?: string | null): string {
  const charset = /;\s*charset="?([^;"\s]+)/i.exec(contentType ?? '')?.[1]
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** Decodes JSON as UTF-8 (RFC 8259, 8.1), or in the labelled charset if the bytes are not UTF-8. */
export function decodeJson(bytes: Uint8Array, contentType: string | null | undefined): string {
  const text = decodeText(bytes)
  // Invalid UTF-8 decodes to U+FFFD, and ASCII in UTF-16 contains NULs.
  const isOther = /charset=/i.test(contentType ?? '') && (text.includes('\0') || text.includes('\ufffd'))
  return isOther ? decodeText(bytes, contentType) : text
}

/** A media type without charset, for text that is encoded again as UTF-8. */
export function withoutCharset(type: string | undefined): string | undefined {
  return type?.replace(/;\s*charset=[^;]*/i, '')
}

/** Whether a text is an HTML page rather than other markup. */
export function looksLikePage(text: string): boolean {
  return /^\s*(?:<!--|<!doctype html|<html|<head|<body)/i.test(text)
}

/** Strings and words that are looked at for the sake of NaN: they take about a second. */
const mostLoose = 4_000_000

/** Like `tryJson`, but reads the NaN and Infinity of Python servers as null. */
export function tryLooseJson(text: string): unknown {
  if (!/NaN|Infinity/.test(text)) return undefined
  const strict = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|-?(?:NaN|Infinity)/g
  let room = mostLoose
  try {
    return parseText(
      text.replace(strict, (found) => {
        if (room-- === 0) throw new RangeError('too many strings and words')
        return found.startsWith('"') ? found : 'null'
      })
    )
  } catch {
    return undefined
  }
}

/** The parsed JSON; undefined, which JSON cannot express, if the text is not JSON. */
export function tryJson(text: string): unknown {
  try {
    return parseText(text)
  } catch {
    return undefined
  }
}
