const named: Readonly<Record<string, string>> = { '&': 'amp', "'": 'apos', '>': 'gt', '<': 'lt', '"': 'quot' }

/** A line break that mail or logs insert into long words, plain or as in JSON. */
const lineBreak = '(?:\\\\{1,3}[rn]|\\r?\\n[ \\t]*)?'

/**
 * The source of a pattern that finds a text in all quoted forms: plain; escaped for JSON, URLs, forms or markup, also
 * nested; and broken over lines. Matching takes linear time.
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
  // A bare plus in a query is read as a space, and may be written again as one.
  const inForm = char === ' ' ? '|\\+' : char === '+' ? '| |%20' : ''
  return `(?:\\\\{0,7}(?:${plain})|${inUrl}|${inMarkup}${inForm})`
}

/** JSON escapes: two for characters above U+FFFF. */
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
