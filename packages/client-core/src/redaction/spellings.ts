const named: Readonly<Record<string, string>> = { '&': 'amp', "'": 'apos', '>': 'gt', '<': 'lt', '"': 'quot' }

/** A line break that mail or logs insert into long words, plain or as in JSON. */
const lineBreak = '(?:\\\\{1,3}[rn]|\\r?\\n[ \\t]*)?'

/** Compiling a pattern takes time that grows with the square of its length, so a long secret has several. */
const shortestPart = 8

/**
 * The sources of patterns that find a text in all quoted forms, one after the other: plain; escaped for JSON, URLs, forms
 * or markup, also nested; and broken over lines. Matching takes linear time.
 */
export function patternsOf(secret: string): string[] {
  const parts = [...secret].reduce<string[][]>(
    (all, char) => {
      const last = all.at(-1) as string[]
      // After an ampersand or a percent sign, some letters may be the rest of an escape: no part ends among them.
      const isFull = last.length >= shortestPart && /[A-Za-z0-9]{6}$/.test(last.join(''))
      if (isFull) all.push([char])
      else last.push(char)
      return all
    },
    [[]]
  )
  return parts.map((chars, i) => (i > 0 ? lineBreak : '') + patternOf(chars))
}

/** The source of a single pattern, for characters that are few. */
export function patternOf(chars: readonly string[]): string {
  return chars.map(spellings).join(lineBreak)
}

/** What escapes write themselves, as a URL or JSON may write it in turn. */
const [ampersand, hash, semicolon] = ['26', '23', '3b'].map(
  (hex) => `(?:${escaped(String.fromCharCode(Number.parseInt(hex, 16)))}|${inUrl(hex)}|\\\\{1,7}u00${anyCase(hex)})`
)
const backslashes = `(?:\\\\{0,7}|(?:${inUrl('5c')}){1,3})`

function spellings(char: string): string {
  const code = char.codePointAt(0) as number
  const plain = `${escaped(char)}|${inUnits(char)}`
  const bytes = [...utf8(char)].map((byte) => inUrl(byte.toString(16).padStart(2, '0'))).join('')
  const names = [
    `${hash}0*${code}`,
    `${hash}[xX]0*${anyCase(code.toString(16))}`,
    ...(named[char] ? [named[char]] : [])
  ]
  const inMarkup = `${ampersand}(?:(?:amp|#38|#[xX]26)${semicolon}){0,2}(?:${names.join('|')})${semicolon}`
  // A bare plus in a query is read as a space, and may be written again as one.
  const inForm = char === ' ' ? '|\\+' : char === '+' ? '| |%20' : ''
  return `(?:${backslashes}(?:${plain}|${bytes}|${inMarkup})${inForm})`
}

/** JSON escapes: two for characters above U+FFFF. */
function inUnits(char: string): string {
  const units = Array.from({ length: char.length }, (_, i) => char.charCodeAt(i).toString(16).padStart(4, '0'))
  return units.map((unit) => `u${anyCase(unit)}`).join('\\\\{1,7}')
}

/** A byte as a URL escapes it, or a URL in a URL. */
function inUrl(hex: string): string {
  return `%(?:25){0,2}${anyCase(hex)}`
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
