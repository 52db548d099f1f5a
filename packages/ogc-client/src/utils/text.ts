import { parseText, tryStringify } from '@geoclients/client-core'

/** Bytes as text, in the charset that their media type names; UTF-8 where it names none that is known. */
export function decodeText(bytes: Uint8Array, contentType?: string | null): string {
  const charset = /;\s*charset="?([^;"\s]+)/i.exec(contentType ?? '')?.[1]
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** JSON is UTF-8, whatever its label says (RFC 8259, 8.1); the charset of the label counts where the bytes are none. */
export function decodeJson(bytes: Uint8Array, contentType: string | null | undefined): string {
  const text = decodeText(bytes)
  // What is not UTF-8 is decoded as U+FFFD, and UTF-16 has a NUL in each letter of ASCII.
  return text.includes('\0') || text.includes('\ufffd') ? decodeText(bytes, contentType) : text
}

/** A media type for text that is written anew, as UTF-8. */
export function withoutCharset(type: string | undefined): string | undefined {
  return type?.replace(/;\s*charset=[^;]*/i, '')
}

/** Whether a text is a page of HTML rather than markup of another kind. */
export function looksLikePage(text: string): boolean {
  return /^\s*(?:<!--|<!doctype html|<html|<head|<body)/i.test(text)
}

/** As `tryJson`, with null for the NaN and Infinity that writers in Python leave in it. */
export function tryLooseJson(text: string): unknown {
  if (!/NaN|Infinity/.test(text)) return undefined
  const strict = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|-?(?:NaN|Infinity)/g
  return tryJson(text.replace(strict, (found) => (found.startsWith('"') ? found : 'null')))
}

/** The JSON in a text; undefined, which JSON has not, where it is none. */
export function tryJson(text: string): unknown {
  try {
    return parseText(text)
  } catch {
    return undefined
  }
}

/** Text that a server may have written as a number, an object or a list; none where it is nested too deep to be shown. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (tryStringify(value) ?? '')
}
