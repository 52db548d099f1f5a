import { parseConfig } from '../node/config/document.ts'
import { clip } from '../redaction/clip.ts'
import { Secrets } from '../redaction/secret-registry.ts'
import { preview } from '../response/body.ts'
import { parseText } from '../response/json-text.ts'
import { parseLinkHeader } from '../utils/link-header.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { parseRetryAfter } from '../utils/retry-after.ts'
import { type Reader, reader } from './growth.ts'
import { makeError } from './make-error.ts'

const secret = 'hunter2%2F+ae'

function knowing(): Secrets {
  const secrets = new Secrets()
  secrets.add(secret)
  return secrets
}

const many = (text: string) => (size: number) => text.repeat(size)
const headers = ['<a>; rel="b", ', ',', '<', '"', ';', '\\', '=" ', '<a', '; rel="next last"']
const texts = ['\\', '%25', '&amp;', 'h', 'hunter2', '\n  ', 'hunter2%2F+ae ']
const members = ['1', '1.5', '"a"', '"\\u0041"', '[]', '{"a":1}', '"a text of some length"', 'null', 'NaN']
const urls = ['a=1&', 'token=1&', '@', '/', '?', '#', `${secret}&`, `a=${secret}&`]

/** Whatever reads a server's words in client-core. */
export const readers: readonly Reader[] = [
  ...headers.map((text) => reader(`a Link header of ${JSON.stringify(text)}`, 20_000, many(text), parseLinkHeader)),
  ...['1', ' ', 'Mon, '].map((text) =>
    reader(`a Retry-After header of ${JSON.stringify(text)}`, 20_000, many(text), (header) =>
      parseRetryAfter(header, 0)
    )
  ),
  ...texts.flatMap((text) => [
    reader(`hiding a secret in a text of ${JSON.stringify(text)}`, 20_000, many(text), (given) =>
      knowing().redact(given)
    ),
    reader(`looking for a secret in a text of ${JSON.stringify(text)}`, 20_000, many(text), (given) =>
      knowing().isIn(given)
    ),
    reader(`the first words of a text of ${JSON.stringify(text)}`, 20_000, many(text), preview)
  ]),
  ...urls.flatMap((text) => [
    reader(`a URL of ${text}, for an error`, 10_000, (size) => `https://a.example/?${text.repeat(size)}`, redactUrl),
    reader(`what is no URL, of ${text}`, 10_000, many(text), redactUrl),
    reader(
      `a URL of ${text}, for another origin`,
      5_000,
      (size) => `https://a.example/?${text.repeat(size)}`,
      (url) => knowing().stripUrl(url)
    )
  ]),
  ...members.map((member) => reader(`JSON of ${member}`, 30_000, (size) => `[${`${member},`.repeat(size)}1]`, parsed)),
  reader('JSON of names', 30_000, (size) => JSON.stringify(recordOf(size)), parsed),
  reader('JSON of short texts', 30_000, (size) => JSON.stringify(Object.keys(recordOf(size))), parsed),
  reader('JSON of brackets', 5_000, (size) => '['.repeat(size), parsed),
  ...['a: 1\n', '- a\n', '{', '&a a\n', '# a\n', '"', 'a\n'].map((line) =>
    reader(`a settings file of ${JSON.stringify(line)}`, 500, many(line), settings)
  ),
  reader('what an error holds: members', 10_000, recordOf, (value) => clip(value, (text) => text)),
  reader(
    'what an error holds: names with escapes',
    5_000,
    (size) => recordOf(size, '%41%42'),
    (apiError) => {
      const error = knowing().guard(makeError)
      return error({ code: 'job-failed', message: 'x', apiError } as Parameters<typeof makeError>[0])
    }
  ),
  reader(
    'what an error holds: lists in lists',
    10_000,
    (size) => Array.from({ length: size }, () => [['a'], 'b']),
    (value) => clip(value, (text) => text)
  )
]

function recordOf(size: number, prefix = 'k'): Record<string, number> {
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [`${prefix}${i}`, i]))
}

/** Read, or refused: both must not take long. */
function parsed(text: string): unknown {
  try {
    return parseText(text)
  } catch {
    return undefined
  }
}

function settings(text: string): unknown {
  try {
    return parseConfig(text, 'config.yaml', makeError)
  } catch {
    return undefined
  }
}
