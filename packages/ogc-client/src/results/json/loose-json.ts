import { mostRepaired } from '@geoclients/client-core'
import { tryJson } from '../../utils/text.ts'

const [quote, backslash, minus, capitalN, capitalI] = [34, 92, 45, 78, 73]

/** Like `tryJson`, but reads the NaN and Infinity of Python servers as null, unless the text is too long. */
export function tryLooseJson(text: string): unknown {
  return text.length <= mostRepaired && hasNumberWords(text) ? tryJson(withNulls(text)) : undefined
}

/** What a text would have to be that has NaN or Infinity, but is too long; undefined for any other text. */
export function insteadOfLoose(text: string): string | undefined {
  if (text.length <= mostRepaired || !hasNumberWords(text)) return undefined
  return `JSON without NaN and Infinity, which are read as null in up to ${mostRepaired} characters`
}

function hasNumberWords(text: string): boolean {
  return /NaN|Infinity/.test(text)
}

/** The text with null for each NaN and Infinity that is not in a string. */
function withNulls(text: string): string {
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === quote) {
      for (i++; i < text.length && text.charCodeAt(i) !== quote; i++) if (text.charCodeAt(i) === backslash) i++
    } else if (char === capitalN || char === capitalI) {
      const word = char === capitalN ? 'NaN' : 'Infinity'
      if (!text.startsWith(word, i)) continue
      pieces.push(text.slice(from, text.charCodeAt(i - 1) === minus ? i - 1 : i))
      from = i + word.length
      i = from - 1
    }
  }
  pieces.push(text.slice(from))
  return pieces.join('null')
}
