import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { ClientErrorInit } from '../errors/client-error.ts'
import { makeError } from '../testing/make-error.ts'
import { Secrets } from './secret-registry.ts'

class Told extends TypeError {
  toJSON(): string {
    return 'hunter2'
  }
}

const knowing = (...secrets: string[]): Secrets => {
  const known = new Secrets()
  for (const secret of secrets) known.add(secret)
  return known
}

describe('a text', () => {
  test.each([
    ['plain', 'hunter2', 'key hunter2 is wrong', 'key *** is wrong'],
    ['twice', 'hunter2', 'hunter2hunter2', '******'],
    ['in JSON', 'a"b\\c', JSON.stringify({ key: 'a"b\\c' }), '{"key":"***"}'],
    ['in JSON that escapes slashes, as PHP writes it', 'ab/cd', '{"key":"ab\\/cd"}', '{"key":"***"}'],
    ['in a URL', 'a/b+c', '/x?k=a%2Fb%2Bc', '/x?k=***'],
    ['in a form', 'open sesame', 'password=open+sesame', 'password=***'],
    ['in a URL with small hex digits', 'a/b+c=', '/x?k=a%2fb%2bc%3d#end', '/x?k=***#end'],
    ['in a URL, all of it encoded', 'hunter2', 'k=%68%75%6E%74%65%72%32.', 'k=***.'],
    [
      'in a URL that is quoted in another URL',
      'a b/c',
      '?next=%2Fx%3Fk%3Da%2520b%252Fc%26y',
      '?next=%2Fx%3Fk%3D***%26y'
    ],
    ['beyond ASCII, in a URL', 'hünter', 'k=h%C3%BCnter.', 'k=***.'],
    [
      'in JSON that escapes more than it must, as Go and .NET do',
      'a+b=<c',
      String.raw`"a\u002Bb\u003d\u003cc"`,
      '"***"'
    ],
    ['in JSON within JSON', 'a"bc', JSON.stringify(JSON.stringify({ k: 'a"bc' })), String.raw`"{\"k\":\"***\"}"`],
    ['in markup', `a&b'c"d<`, '<p>a&amp;b&#39;c&#x22;d&lt;</p>', '<p>***</p>'],
    ['with line breaks inside', 'hunter2hunter2', 'key hunter2\r\n  hunter2\nnext', 'key ***\nnext'],
    ['with line breaks inside, in JSON', 'hunter2', String.raw`"hun\nter2"`, '"***"'],
    [
      'beside escapes that say nothing',
      'hunter2',
      '%zz %ff &#9999999; \\u12 hunter%32',
      '%zz %ff &#9999999; \\u12 ***'
    ],
    ['decoded, if the secret is itself part of a URL', 'sig=ab%2Bcd', 'wrong: sig=ab+cd', 'wrong: ***'],
    [
      'decoded, if the secret is itself part of a URL, in markup within JSON',
      'a%2B"b',
      String.raw`{"k":"a%2B\\"b a+&quot;b"}`,
      '{"k":"*** ***"}'
    ],
    [
      'in JSON that is quoted in a URL',
      'a"b/c',
      `?state=${encodeURIComponent(JSON.stringify('a"b/c'))}&x`,
      '?state=%22***%22&x'
    ],
    [
      'in markup that is quoted in JSON or a URL, as Go writes it',
      'a/b<c',
      String.raw`"a\u0026#47;b\u0026lt;c"`,
      '"***"'
    ],
    ['in markup that is quoted in JSON or a URL', 'a/bc', '?q=x%26%2347%3By a%26%2347%3Bbc', '?q=x%26%2347%3By ***'],
    ['in markup within markup, by numbers', 'a<bc', 'a&#38;#60;bc a&#x26;lt;bc', '*** ***'],
    ['beyond the first plane', 'key-😀-key', String.raw`key-\ud83d\uDE00-key key-%F0%9F%98%80-key`, '*** ***'],
    ['with a lone surrogate', 'a\ud800bc', 'no a\ud800bc', 'no ***']
  ])('quotes a secret %s', (_, secret, text, clean) => {
    expect(knowing(secret).redact(text)).toBe(clean)
  })

  test.each([
    ['said "key hunter2-abc..."', 'said "key ***..."'],
    ['hunt... and hunter2-ab...', '***... and ***...'],
    ['hun... a hunter... hunter2...', 'hun... a ***... ***...'],
    ['wait...', 'wait...']
  ])('%j was cut off inside the secret', (text, clean) => {
    expect(knowing('hunter2-abcdef').redact(text)).toBe(clean)
  })

  test('the longer secret goes first, where one is part of another', () => {
    expect(knowing('abcd', 'abcdef').redact('abcdef abcd')).toBe('*** ***')
  })

  test('what is too short to be a secret stays', () => {
    expect(knowing('abc').redact('abc')).toBe('abc')
  })
})

test('the newest are kept, however many there are', () => {
  const known = new Secrets()
  known.add('stays-in-use')
  for (let i = 0; i < 200; i++) {
    known.add(`token-${i}-`)
    known.add('stays-in-use')
  }
  expect(known.redact('token-0- token-199- stays-in-use')).toBe('token-0- *** ***')
})

test('a secret that is used again counts as new', () => {
  const known = new Secrets()
  known.add('in-use')
  for (let i = 0; i < 127; i++) known.add(`token-${i}-`)
  known.add('in-use')
  known.add('newest')
  expect(known.redact('in-use token-0- token-1- newest')).toBe('*** token-0- *** ***')
})

test('a text that is too short to be a secret takes the place of none', () => {
  const known = new Secrets()
  known.add('hunter2')
  for (let i = 100; i < 300; i++) known.add(`${i}`)
  expect(known.redact('hunter2 150')).toBe('*** 150')
})

test('a secret that is not valid percent-encoding is hidden as it is', () => {
  expect(knowing('50%-hunter2').redact('at 50%-hunter2!')).toBe('at ***!')
})

test('a token counts once, however many spellings it has', () => {
  const known = new Secrets()
  for (let i = 0; i < 64; i++) known.addHeader(`Bearer token-${i}-`)
  expect(known.redact('token-0- token-63-')).toBe('*** ***')
})

test('they do not grow without end', () => {
  const known = new Secrets()
  for (let i = 0; i < 129; i++) known.add(`token-${i}-`)
  expect(known.redact('token-0- token-1- token-128-')).toBe('token-0- *** ***')
})

describe('a text that is longer than anybody reads', () => {
  const long = 'x'.repeat(64 * 1024 - 3)
  test('is cut', () => {
    expect(knowing('hunter2').redact(`${long}yyyyyy`)).toBe(`${long}yyy...`)
  })

  test.each(['hunter2', '%68%75%6E%74%65%72%32', String.raw`\u0068unter2`])(
    'is not cut within a secret: %s',
    (secret) => {
      expect(knowing('hunter2').redact(`${long}${secret} and more`)).toBe(`${long}***...`)
    }
  )

  test('nor are the texts of an object cut within one, and all together they are bounded', () => {
    const given = { type: 't', detail: `${long}hunter2`, traceback: Array.from({ length: 9 }, () => `${long}hunter2`) }
    const make = knowing('hunter2').guard((init) =>
      Object.assign(makeError(init), { given: (init as { given?: unknown }).given })
    )
    const init = { code: 'network', message: '', given } as const
    const shown = JSON.stringify((make(init) as { given?: unknown }).given)
    expect(shown).not.toContain('hun')
    expect(shown.length).toBeLessThan(5 * 64 * 1024)
    expect(JSON.parse(shown)).toMatchObject({ type: 't', detail: expect.stringMatching(/^x+\*\*\*/) })
  })
})

describe('an error', () => {
  const make = (init: ClientErrorInit) => knowing('hunter2').guard(makeError)(init)

  test('is made without them', () => {
    const error = make({ code: 'network', message: 'no hunter2', url: 'https://h/?a=hunter2', requestId: 'r-hunter2' })
    expect(error).toMatchObject({ message: 'no ***', url: 'https://h/?a=***', requestId: 'r-***' })
    expect(error.stack).not.toContain('hunter2')
  })

  test('keeps its cause where that says nothing', () => {
    const cause = new Error('harmless')
    expect(make({ code: 'auth', message: '', cause }).cause).toBe(cause)
    expect('cause' in make({ code: 'auth', message: '' })).toBe(false)
  })

  test.each([
    ['in its message', Object.assign(new TypeError('no hunter2'), { code: 'E_NO' })],
    ['in a member', Object.assign(new TypeError('no ***'), { code: 'E_NO', input: 'https://h?hunter2' })],
    [
      'in an object that hangs at it',
      Object.assign(new TypeError('no ***'), { code: 'E_NO', with: { a: ['hunter2'] } })
    ],
    ['as a name', Object.assign(new TypeError('no ***'), { code: 'E_NO', with: { hunter2: 1 } })],
    [
      'hidden',
      Object.defineProperty(Object.assign(new TypeError('no ***'), { code: 'E_NO' }), 'with', { value: 'hunter2' })
    ],
    [
      'perhaps, in an object that cannot be looked into',
      Object.assign(new TypeError('no ***'), { code: 'E_NO', request: new Headers({ Authorization: 'hunter2' }) })
    ],
    ['under a symbol', Object.assign(new TypeError('no ***'), { code: 'E_NO', [Symbol('s')]: 'hunter2' })],
    ['perhaps, in a function', Object.assign(new TypeError('no ***'), { code: 'E_NO', get: () => 'hunter2' })],
    [
      'perhaps, when a member is computed',
      Object.defineProperty(Object.assign(new TypeError('no ***'), { code: 'E_NO' }), 'get', { get: () => 'hunter2' })
    ],
    ['perhaps, when it says how it is printed', Object.assign(new Told('no ***'), { code: 'E_NO', name: 'TypeError' })],
    ['further down', Object.assign(new TypeError('no ***', { cause: new Error('hunter2') }), { code: 'E_NO' })]
  ])('has a copy of a cause that shows one %s', (_, cause) => {
    const { cause: copy } = make({ code: 'network', message: 'x', cause })
    expect(copy).not.toBe(cause)
    expect(copy).toMatchObject({ name: 'TypeError', message: 'no ***', code: 'E_NO' })
    expect(Object.keys(copy as object)).toEqual(['code'])
  })

  test('has a copy of a cause of several faults, of which one shows it; their codes stay', () => {
    const faults = [Object.assign(new Error('no hunter2'), { code: 'ECONNREFUSED' }), new Error('hunter2')]
    const cause = new TypeError('failed', { cause: new AggregateError(faults, 'all') })
    const error = make({ code: 'network', message: 'x', cause })
    const shown = inspect(error.cause, { showHidden: true, depth: null })
    expect(shown).not.toContain('hunter2')
    expect(error).toMatchObject({ cause: { message: 'failed', cause: { cause: { code: 'ECONNREFUSED' } } } })
    expect(inspect(structuredClone(error.cause), { showHidden: true, depth: null })).not.toContain('hunter2')
  })

  test.each([
    ['deep', 20, 1],
    ['wide', 1, 5_000]
  ])('has a copy of a cause that is too %s to look into', (_, depth, width) => {
    let inner: unknown = 'hunter2'
    for (let i = 0; i < depth; i++) inner = { ...Array.from({ length: width }, () => 0), inner }
    const cause = Object.assign(new Error('no'), { inner })
    expect(make({ code: 'network', message: 'x', cause }).cause).not.toHaveProperty('inner')
  })

  test('has a copy of a cause that causes itself', () => {
    const cause: Error = Object.assign(new Error('no'), { code: 'E_NO' })
    cause.cause = cause
    expect(make({ code: 'network', message: 'x', cause }).cause).toMatchObject({ message: 'no', code: 'E_NO' })
  })

  test.each([
    ['a plain object', { code: 'E_NO', message: 'no hunter2', request: { headers: { 'X-Key': 'hunter2' } } }, 'Object'],
    [
      'a plain object with a getter',
      {
        code: 'E_NO',
        message: 'no ***',
        get token() {
          return 'hunter2'
        }
      },
      'Object'
    ],
    [
      'an object of a class',
      Object.assign(new Headers({ 'X-Key': 'hunter2' }), { code: 'E_NO', message: 'no ***' }),
      'Headers'
    ]
  ])('has an error in place of a cause that is %s', (_, cause, name) => {
    const { cause: copy } = make({ code: 'network', message: 'x', cause })
    expect(copy).toBeInstanceOf(Error)
    expect(copy).toMatchObject({ name, message: 'no ***', code: 'E_NO' })
    expect(inspect(copy, { showHidden: true, depth: null, getters: true })).not.toContain('hunter2')
  })

  test('of an abort has the very object that it was aborted with', () => {
    const reason = { button: new Headers() }
    expect(make({ code: 'aborted', message: '', cause: reason }).cause).toBe(reason)
  })

  test('has a cause that is text without them, and any other as it is', () => {
    expect(make({ code: 'aborted', message: '', cause: 'a hunter2' }).cause).toBe('a ***')
    expect(make({ code: 'aborted', message: '', cause: 5 }).cause).toBe(5)
  })
})

test('a URL loses the members of its query that hold one, and no others', () => {
  const known = knowing('hunter2')
  expect(known.stripUrl('https://h/a?x=1&k=hunter2&y=2')).toBe('https://h/a?x=1&y=2')
  expect(known.stripUrl('https://h/a?x=%20,&y')).toBe('https://h/a?x=%20,&y')
})

test('a plus that a server left bare in a query, which is a space to who reads it, hides a secret as well', () => {
  const secrets = new Secrets()
  secrets.add('hunter2+s3cret')
  for (const text of ['?k=hunter2+s3cret', '?k=hunter2%20s3cret', 'k is hunter2 s3cret', '?k=hunter2%2Bs3cret']) {
    expect(secrets.redact(text)).not.toContain('s3cret')
    expect(secrets.isIn(text)).toBe(true)
  }
})
