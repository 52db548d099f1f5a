import { describe, expect, test } from 'vitest'
import { Secrets } from './secret-registry.ts'

const knowing = (...secrets: string[]): Secrets => {
  const known = new Secrets()
  for (const secret of secrets) known.add(secret)
  return known
}
const known = () => knowing('hunter2-Key', 'other-secret')

describe('an address of another origin', () => {
  test.each([
    ['in its path', 'https://h.example/a/hunter2-Key'],
    ['in its query', 'https://h.example/a?b=hunter2%2DKey'],
    ['in its host, in lower case', 'https://hunter2-key.h.example/'],
    ['of another call', 'https://h.example/other-secret'],
    ['of another call in its host', 'https://other-secret.example/']
  ])('holds a secret %s', (_, url) => {
    expect(known().isInAddress(url)).toBe(true)
  })

  test.each([
    ['nothing', 'https://h.example/a?b=c'],
    ['it in other letters, where letters differ', 'https://h.example/hunter2-key'],
    ['a part of it', 'https://hunter2.example/hunter2']
  ])('holds none if it has %s', (_, url) => {
    expect(known().isInAddress(url)).toBe(false)
    expect(new Secrets().isInAddress(url)).toBe(false)
  })

  test.each([
    ['?a=1&k=hunter2-Key&b=2', '?a=1&b=2'],
    ['?hunter2-Key=1&b=2', '?b=2'],
    ['?k=hunter2-Key', ''],
    ['?next=https%3A%2F%2Fh%2F%3Fk%3Dhunter2-Key&b', '?b='],
    ['?a=1,2', '?a=1,2']
  ])('with the query %s is asked for with the query %s', (query, left) => {
    expect(known().stripUrl(`https://h.example/a${query}`)).toBe(`https://h.example/a${left}`)
  })

  test('keeps a query that is too long to parse', () => {
    const longest = `?k=hunter2-Key&a=${'x'.repeat(64 * 1024 - 17)}`
    expect(known().stripUrl(`https://h/${longest}`)).not.toContain('hunter2')
    expect(known().stripUrl(`https://h/${longest}x`)).toBe(`https://h/${longest}x`)
  })
})

describe('an address that is shown', () => {
  test.each([
    ['https://h.example/hunter2-Key?k=hunter2-Key#hunter2-Key', 'https://h.example/***?k=***#***'],
    ['https://hunter2-Key.example/a', 'https://hunter2-Key.example/a'],
    ['https://a.hunter2-Key.example/a', 'https://a.hunter2-Key.example/a'],
    ['//hunter2-Key/a', '//hunter2-Key/a'],
    ['https://hunter2-Key?hunter2-Key', 'https://hunter2-Key?***'],
    ['https://hunter2-Key#hunter2-Key', 'https://hunter2-Key#***'],
    ['/a//hunter2-Key/b', '/a//***/b'],
    ['hunter2-Key', '***']
  ])('%s becomes %s: only its origin stays', (url, shown) => {
    expect(known().redactUrl(url)).toBe(shown)
    expect(new Secrets().redactUrl(url)).toBe(url)
  })
})

describe('bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('are copied without the secrets that their text holds', () => {
    expect(known().redactBytes(bytes('is "hunter2-Key", ä'))).toEqual(bytes('is "***", ä'))
  })

  test.each([
    ['hold none', bytes('hunter2, ä')],
    ['are no text', Uint8Array.from([0xff, 0xfe, 0, 1])]
  ])('that %s are the very same', (_, given) => {
    expect(known().redactBytes(given)).toBe(given)
  })

  test('are not looked at by a client without secrets', () => {
    const long = bytes('x'.repeat(100_000))
    expect(new Secrets().redactBytes(long)).toBe(long)
  })
})

test('a client without secrets says so, and keeps every text and cause as it is', () => {
  const none = new Secrets()
  none.add('abc')
  const cause = { token: 'hunter2' }
  const long = 'x'.repeat(100_000)
  expect([none.isEmpty, none.redact(long), none.isIn('abc')]).toEqual([true, long, false])
  expect(none.redactCause(cause)).toBe(cause)
  none.add('abcd')
  expect([none.isEmpty, none.redact(long).length, none.isIn('abcd')]).toEqual([false, 64 * 1024 + 3, true])
  expect(none.redactCause(cause)).not.toBe(cause)
})

describe('the end of a text that was cut off', () => {
  const secret = 'hunter2-abcdefghijkl'

  test.each([
    ['four characters of a secret', 'k=hunt...', 'k=***...'],
    ['three, which say too little', 'k=hun...', 'k=hun...'],
    ['all but one', 'k=hunter2-abcdefghijk...', 'k=***...'],
    ['characters like those of a secret', 'k=Hunt...', 'k=Hunt...'],
    ['nothing else', 'hunt...', '***...'],
    ['dots of the text itself before', '... hunt...', '... ***...'],
    ['more dots after', 'hunt...... hunt......', '***...... ***......'],
    ['a long part of a secret, soon before another', 'hunter2-abcdefgh... hunt...', '***... ***...']
  ])('%s', (_, text, clean) => {
    expect(knowing(secret).redact(text)).toBe(clean)
  })

  test('of several secrets the longest beginning counts', () => {
    expect(knowing('hunter2-other', 'ter2-abcdef').redact('k=hunter2...')).toBe('k=***...')
    expect(knowing('ter2-abcdef', 'hunter2-other').redact('k=hunter2...')).toBe('k=***...')
  })

  test('is looked at in eight places', () => {
    expect(knowing(secret).redact(`${'wait... '.repeat(7)}hunt...`)).toBe(`${'wait... '.repeat(7)}***...`)
    expect(knowing(secret).redact(`${'wait... '.repeat(8)}hunt...`)).toBe(`${'wait... '.repeat(8)}hunt...`)
  })

  test('is 400 characters of a secret that is longer', () => {
    const long = `start-${'0123456789'.repeat(60)}`
    expect(knowing(long).redact(`k=${long.slice(0, 400)}...`)).toBe('k=***...')
    expect(knowing(long).redact(`k=${long.slice(0, 401)}...`)).toBe(`k=${long.slice(0, 401)}...`)
  })
})

test('a text is cut where it is longer than 64 KiB, not before', () => {
  const most = 'x'.repeat(64 * 1024)
  expect(known().redact(most)).toBe(most)
  expect(known().redact(`${most}y`)).toBe(`${most}...`)
})

test('a secret at the cut is hidden, however long its form is', () => {
  const before = 'x'.repeat(64 * 1024 - 3)
  const form = [...'hunter2-Key']
    .map((char) => `%252525${char.charCodeAt(0).toString(16)}`.replace('2525', '25'))
    .join('')
  expect(known().redact(`${before}${form} and more`)).toBe(`${before}***...`)
})
