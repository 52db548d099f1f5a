/** A body that a hostile or a careless server sends, as long as a client reads. */
export interface Body {
  readonly name: string
  readonly type: string
  readonly make: (length: number) => Uint8Array
}

const json = 'application/json'
const related = 'multipart/related; boundary=b'

export const bodies: readonly Body[] = [
  same('brackets', json, '['),
  same('braces', json, '{"a":'),
  same('one long string', json, 'a', '{"x":"', '"}'),
  same('one long string of escapes', json, '\\u0041', '{"x":"', '"}'),
  same('one long number', json, '1', '{"x":', '}'),
  counted('many keys', json, (i) => `"k${i}":1`, '{', '}'),
  counted('many short texts', json, (i) => `"t${i}"`, '[', ']'),
  same('many short texts of one kind', json, '"abcdefgh",', '[', '""]'),
  same('many NaN', json, 'NaN,', '{"x":[', '1]}'),
  counted('many numbers', json, (i) => `${i}.5`, '[', ']'),
  counted('many links', json, (i) => `{"href":"h${i}","rel":"r"}`, '{"processes":[],"links":[', ']}'),
  counted('many processes', json, (i) => `{"id":"p${i}","version":"1"}`, '{"links":[],"processes":[', ']}'),
  counted('many outputs by reference', json, (i) => `"o${i}":{"href":"h"}`, '{', '}'),
  same('base64', json, 'QUJD', '{"x":{"encoding":"base64","mediaType":"image/png","value":"', '"}}'),
  same('multipart of empty parts', related, '--b\r\n\r\n', '', '--b--'),
  same('multipart of tiny parts', related, '--b\r\nContent-ID: a\r\n\r\n1\r\n', '', '--b--'),
  same('multipart of many headers', related, `--b\r\n${'A:\r\n'.repeat(99)}\r\n1\r\n`, '', '--b--'),
  same('multipart of one part', related, '\r\n--', '--b\r\n\r\n', '\r\n--b--'),
  same('text', 'text/plain', 'words \n'),
  same('a page', 'text/html', '<p class="a">&amp;</p>', '<html><title>', '</html>'),
  counted(
    'GeoJSON',
    'application/geo+json',
    (i) => `{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[${i % 90},1]}}`,
    '{"type":"FeatureCollection","features":[',
    ']}'
  ),
  counted('problem details', 'application/problem+json', (i) => `{"loc":["a",${i}],"msg":"x"}`, '{"detail":[', ']}'),
  { name: 'garbage', type: json, make: garbage },
  { name: 'garbage with a charset', type: `${json}; charset=shift_jis`, make: garbage },
  { name: 'text that is not of its charset', type: 'text/plain; charset=shift_jis', make: garbage },
  { name: 'garbage as a page', type: 'text/html', make: (length) => garbage(length).fill(0x7b, 0, 1) },
  { name: 'zeros', type: json, make: (length) => new Uint8Array(length) }
]

/** Repeats `piece` as often as it fits between `start` and `end`. */
function same(name: string, type: string, piece: string, start = '', end = ''): Body {
  return {
    name,
    type,
    make: (length) => filled(length, start, end, (room) => Buffer.alloc(room - (room % piece.length), piece))
  }
}

/** Like `same`, with different pieces, separated by commas. */
function counted(name: string, type: string, piece: (i: number) => string, start: string, end: string): Body {
  const list = (room: number): Buffer => {
    const bytes = Buffer.alloc(room, ' ')
    for (let i = 0, at = 0; ; i++) {
      const next = (i > 0 ? ',' : '') + piece(i)
      if (at + next.length > room) return bytes
      at += bytes.write(next, at, 'latin1')
    }
  }
  return { name, type, make: (length) => filled(length, start, end, list) }
}

function filled(length: number, start: string, end: string, middle: (room: number) => Buffer): Uint8Array {
  return Buffer.concat([Buffer.from(start), middle(length - start.length - end.length), Buffer.from(end)])
}

/** Reproducible pseudo-random bytes. */
function garbage(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}
