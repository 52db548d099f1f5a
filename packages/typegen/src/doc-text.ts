import type { JsonSchema } from '@geoclients/ogc-client/schema'

const width = 110
const longest = 1_000
const longestValue = 80

type Fact = readonly [words: string, value: unknown]

/** The documentation of an input or output: its title and description, and the rules that types cannot express. */
export function docOf(schema: JsonSchema): string {
  const { title, description, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, pattern } = schema
  const facts: Fact[] = [
    ['at least', minimum],
    ['at most', maximum],
    ['greater than', exclusiveMinimum],
    ['less than', exclusiveMaximum],
    ['a multiple of', multipleOf],
    ['of the pattern', pattern],
    ['of the format', schema.format],
    ['of the media type', schema.contentMediaType],
    ['in the encoding', schema.contentEncoding]
  ]
  const told = facts
    .filter(([, value]) => value !== undefined)
    .map(([words, value]) => `${words} ${oneLine(String(value))}`)
  const counts = [
    count(schema.minItems, schema.maxItems, 'item'),
    count(schema.minLength, schema.maxLength, 'character')
  ]
  const all = [...told, ...counts.filter((words) => words !== '')].join(', ')
  const fallback = schema.default === undefined ? '' : `Default: ${short(schema.default)}`
  return comment([title === description ? '' : title, description, capital(all), fallback])
}

/** Paragraphs as the text of a comment. They cannot end the comment or create tags or links. */
export function comment(paragraphs: readonly (string | undefined)[]): string {
  return paragraphs
    .flatMap((paragraph) => (paragraph ?? '').split(/\n\s*\n/))
    .map((paragraph) => wrap(harmless(oneLine(paragraph))))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Removes ends of comments, tags and invisible characters. */
function harmless(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  return cut
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replaceAll('*/', '*\\/')
    .replace(/(^|[\s{*])@/g, '$1\\@')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function wrap(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

function short(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

function count(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && least === most) return plural(least, unit)
  return [
    ...(least ? [`at least ${plural(least, unit)}`] : []),
    ...(most === undefined ? [] : [`at most ${plural(most, unit)}`])
  ].join(', ')
}

function plural(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

function capital(text: string): string {
  return text === '' ? '' : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}
