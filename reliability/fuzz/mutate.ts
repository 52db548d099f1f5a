import * as fc from 'fast-check'

/** A mutation of bytes. */
interface Mutation {
  readonly kind: 'flip' | 'insert' | 'cut' | 'repeat' | 'truncate' | 'replace'
  /** Position as a fraction of the length. */
  readonly at: number
  readonly length: number
  readonly token: string
}

/** Tokens that often break parsers. */
const tokens = [
  ...[
    '\u0000',
    '\r\n',
    '\n\n',
    '--b',
    '--b--',
    '\u001e',
    '\ufeff',
    '"',
    '\\',
    '\\u0000',
    '\\ud800',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':'
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-0',
    '9007199254740993',
    'NaN',
    'Infinity',
    '""',
    '{}',
    '[]',
    '[[[[[[',
    '{"a":',
    '1'.repeat(400)
  ],
  ...[
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"then"',
    '"href"',
    '"links"',
    '"status"',
    '"value"',
    '"type"',
    '"jobID"'
  ],
  ...[
    '<',
    '>',
    ';',
    'rel=',
    'rel="next"',
    "UTF-8''%",
    '%',
    '%2',
    '=',
    '&amp;',
    '<!doctype html>',
    '../../',
    '//',
    'file:///',
    'data:,'
  ],
  ...[
    'javascript:',
    'http://[',
    'https://user:pass@h/',
    '\u202e',
    '😀',
    'charset=x',
    'boundary=',
    'Link: ',
    'Location: ',
    '*a',
    '&a',
    '!!'
  ]
]

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'insert', 'cut', 'repeat', 'truncate', 'replace'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 64 }),
  token: fc.constantFrom(...tokens)
})

function mutate(bytes: Uint8Array, { kind, at, length, token }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.length)
  const before = bytes.subarray(0, start)
  const piece = bytes.subarray(start, start + length)
  const after = bytes.subarray(start + length)
  const word = new TextEncoder().encode(token)
  const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
  switch (kind) {
    case 'flip':
      return joined(
        before,
        piece.subarray(0, 1).map((byte) => byte ^ (1 << (length % 8))),
        bytes.subarray(start + 1)
      )
    case 'insert':
      return joined(before, word, piece, after)
    case 'cut':
      return joined(before, after)
    case 'repeat':
      return joined(before, ...Array.from({ length }, () => piece), after)
    case 'truncate':
      return before.slice()
    case 'replace':
      return joined(before, word, after)
  }
}

/** Inputs near the seeds: one seed or two joined ones, with mutations. */
export function nearTo(seeds: readonly string[]): fc.Arbitrary<Uint8Array> {
  const encoded = seeds.map((seed) => new TextEncoder().encode(seed))
  const seed = fc.constantFrom(...encoded)
  const begun = fc.oneof({ weight: 9, arbitrary: seed }, { weight: 1, arbitrary: fc.tuple(seed, seed).map(splice) })
  return fc.tuple(begun, fc.array(mutation, { maxLength: 8 })).map(([bytes, all]) => all.reduce(mutate, bytes))
}

const splice = ([one, other]: [Uint8Array, Uint8Array]): Uint8Array =>
  new Uint8Array(Buffer.concat([one.subarray(0, one.length / 2), other.subarray(other.length / 2)]))
