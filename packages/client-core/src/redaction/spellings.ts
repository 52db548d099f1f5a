const named: Readonly<Record<string, string>> = { '&': 'amp', "'": 'apos', '>': 'gt', '<': 'lt', '"': 'quot' }

/** What mail and logs put into long words, as it is or as JSON writes it. */
const lineBreak = '(?:\\\\{1,3}[rn]|\\r?\\n[ \\t]*)?'

/**
 * The source of a pattern that finds a text however others quote it: as it is; with any of its characters as JSON, a URL,
 * a form or markup write them, also within one another; broken over lines. Takes time in proportion to what it looks at.
 */
export function patternOf(secret: string): string {
  return [...secret].map(spellings).join(lineBreak)
}

function spellings(char: string): string {
  const code = char.codePointAt(0) as number
  const plain = `${escaped(char)}|${inUnits(char)}`
  const inUrl = [...utf8(char)].map((byte) => `%(?:25){0,2}${anyCase(byte.toString(16).padStart(2, '0'))}`).join('')
  const names = [`#0*${code}`, `#[xX]0*${anyCase(code.toString(16))}`, ...(named[char] ? [named[char]] : [])]
  const inMarkup = `&(?:amp;){0,2}(?:${names.join('|')});`
  // A plus that stands bare in a query is a space to whoever reads and writes it anew.
  const inForm = char === ' ' ? '|\\+' : char === '+' ? '| |%20' : ''
  return `(?:\\\\{0,7}(?:${plain})|${inUrl}|${inMarkup}${inForm})`
}

/** As JSON escapes it: two escapes for what is beyond the first 65,536 characters. */
function inUnits(char: string): string {
  const units = Array.from({ length: char.length }, (_, i) => char.charCodeAt(i).toString(16).padStart(4, '0'))
  return units.map((unit) => `u${anyCase(unit)}`).join('\\\\{1,7}')
}

function utf8(char: string): Uint8Array {
  return new TextEncoder().encode(char)
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

function escaped(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
