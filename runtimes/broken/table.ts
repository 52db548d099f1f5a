import { type Answer, chunk, head, whole } from './answers.ts'

/** The code of the client's error, or `ok`. */
export type Outcome = string

/** The outcomes of a broken response by kind of request. Kinds without an outcome are not tested. */
export interface Outcomes {
  /** A document of the API: a description, a job, an extraction. */
  readonly document?: Outcome
  /** Results that the server returns immediately. Default: the outcome of `document`. */
  readonly execution?: Outcome
  /** A document that is requested once or twice more, if the client decides to. */
  readonly repeated?: Outcome
  /** An output behind a link, read completely. */
  readonly file?: Outcome
  /** The same as a stream. Default: the outcome of `file`. */
  readonly stream?: Outcome
  /** `fetch` of an output with HEAD. */
  readonly head?: Outcome
  readonly dismissal?: Outcome
  /** Results that are links in headers, as a raw response without a body. */
  readonly links?: Outcome
  /** A document whose body arrives while the caller aborts, or closes the client. */
  readonly left?: boolean
  /** A poll of `wait`, after which the job has ended. Temporary failures are ignored. */
  readonly poll?: Outcome
  /** A batch of `extractAll` and `enrich`; later ones succeed. Temporary failures are repeated. */
  readonly batch?: Outcome
}

/** One kind of broken response, and its outcome for each kind of request. */
export interface Row extends Outcomes {
  readonly name: string
  /** The response, or a function that makes it from the right body. */
  readonly answer: Answer | ((body: string) => Answer)
  /** Runtimes with other outcomes, and why. */
  readonly elsewhere?: readonly Elsewhere[]
  /** Runtimes that sometimes never end such a body, so a timeout is right too. */
  readonly mayHang?: readonly string[]
}

export interface Elsewhere {
  readonly runtimes: readonly string[]
  readonly reason: string
  readonly outcomes: Outcomes
}

const all = (code: Outcome): Outcomes => ({
  ...{ document: code, repeated: code, file: code, dismissal: code, poll: code, batch: code }
})
/** Temporary failures: a single call fails, but repeated ones succeed. */
const passing = (code: Outcome): Outcomes => ({ ...all(code), repeated: 'ok', poll: 'ok', batch: 'ok' })
const cut = passing('network')
/** The timeout of a call includes all attempts. */
const late: Outcomes = { ...all('timeout'), poll: 'ok' }
/** A complete response of the wrong kind, from a device between client and server. */
const strange = (code: Outcome): Outcomes => ({ ...all(code), file: 'ok', poll: 'ok' })
/** An empty body instead of a document. As a file, it is an empty file. */
const empty: Outcomes = { ...strange('malformed-body'), execution: 'no-such-output', dismissal: 'ok' }

const type = 'Content-Type: application/json'
const start = '{"jobID":"j",'
/** The end of a chunked body. */
const last = '0\r\n\r\n'
const page = '<!doctype html><title>Log in</title>'

/** Longer than the clients of this table read, which is 100,000 bytes. */
const long = ' '.repeat(300_000)
const tooLong: Outcomes = { ...all('body-too-large'), stream: 'ok' }

export const rows: readonly Row[] = [
  { name: 'reset before the headers', answer: ['reset'], ...cut },
  { name: 'closed before the headers', answer: ['close'], ...cut },
  { name: 'cut in the headers', answer: ['HTTP/1.1 200 OK\r\nContent-Ty', 'close'], ...cut },
  { name: 'reset in the headers', answer: ['HTTP/1.1 200 OK\r\nContent-Ty', 'reset'], ...cut },
  {
    name: 'cut in a body of a told length',
    answer: [head('200 OK', type, 'Content-Length: 100'), start, 'close'],
    ...cut
  },
  {
    name: 'reset in a body of a told length',
    answer: [head('200 OK', type, 'Content-Length: 100'), start, 'reset'],
    ...cut
  },
  {
    name: 'cut in a chunk',
    answer: [head('200 OK', type, 'Transfer-Encoding: chunked'), `40\r\n${start}`, 'close'],
    ...cut
  },
  {
    name: 'cut between chunks',
    answer: [head('200 OK', type, 'Transfer-Encoding: chunked'), chunk(start), 'close'],
    ...cut
  },
  {
    name: 'reset between chunks',
    answer: [head('200 OK', type, 'Transfer-Encoding: chunked'), chunk(start), 'reset'],
    ...cut
  },
  {
    name: 'a chunk of no length',
    answer: [head('200 OK', type, 'Transfer-Encoding: chunked'), 'zz\r\n{}\r\n', 'close'],
    ...cut
  },
  { name: 'no HTTP', answer: ['SSH-2.0-OpenSSH_9.7\r\n\r\n', 'close'], ...cut },
  {
    name: 'two lengths that differ',
    answer: [head('200 OK', type, 'Content-Length: 2', 'Content-Length: 3'), '{} ', 'close'],
    ...cut
  },
  {
    name: 'headers without end',
    answer: ['HTTP/1.1 200 OK\r\n', { repeat: `X-A: ${'a'.repeat(8_000)}\r\n`, every: 0 }],
    ...cut
  },
  {
    name: 'gzip that is cut',
    mayHang: ['Node 22'],
    answer: [head('200 OK', type, 'Content-Encoding: gzip'), { gzip: start, times: 100, cutAt: 20 }, 'close'],
    ...cut,
    elsewhere: [
      {
        runtimes: ['Node 22', 'Node 24', 'Chromium', 'Firefox'],
        reason:
          'They take what was unpacked for the whole, where no length was told: the JSON is cut, and nobody knows.',
        outcomes: { ...strange('malformed-body'), stream: 'ok' }
      }
    ]
  },
  {
    name: 'no gzip, though it says so',
    mayHang: ['Node 22'],
    answer: whole('200 OK', 'application/json', '{"a":"plain"}', 'Content-Encoding: gzip'),
    ...cut
  },
  { name: 'nothing at all', answer: ['silence'], ...late },
  {
    name: 'headers, then nothing',
    answer: [head('200 OK', type, 'Content-Length: 100'), 'silence'],
    ...late,
    left: true
  },
  { name: 'headers that drip', answer: ['HTTP/1.1 200 OK\r\nX-A: ', { repeat: 'a', every: 50 }], ...late },
  {
    name: 'a body that drips',
    answer: [head('200 OK', type), start, { repeat: ' ', every: 50 }],
    ...late,
    stream: 'ok',
    left: true
  },
  { name: 'a flood of a told length', answer: whole('200 OK', 'application/json', long), ...tooLong },
  {
    name: 'a flood in chunks',
    answer: [
      head('200 OK', type, 'Transfer-Encoding: chunked'),
      ...Array<string>(30).fill(chunk(' '.repeat(10_000))),
      last,
      'close'
    ],
    ...tooLong
  },
  {
    name: 'a flood that is packed',
    answer: [head('200 OK', type, 'Content-Encoding: gzip'), { gzip: ' '.repeat(1_000), times: 10_000 }, 'close'],
    ...tooLong
  },
  { name: 'a flood without end', answer: [head('200 OK', type), { repeat: ' '.repeat(10_000), every: 1 }], ...tooLong },
  {
    name: 'an error with a body without end',
    answer: [head('500 Broken', type), { repeat: ' '.repeat(10_000), every: 1 }],
    ...passing('http-status')
  },
  {
    name: 'an error that is cut in its body',
    answer: [head('404 Not Found', type, 'Content-Length: 100'), '{"title":', 'close'],
    ...all('http-status')
  },
  {
    name: 'a page instead of JSON',
    answer: whole('200 OK', 'text/html', page),
    ...strange('media-type'),
    ...{ batch: 'ok', file: 'media-type' }
  },
  { name: 'a page of a gateway', answer: whole('502 Bad Gateway', 'text/html', page), ...passing('http-status') },
  { name: 'broken JSON', answer: whole('200 OK', 'application/json', start), ...strange('malformed-body') },
  {
    name: 'a reason in latin1',
    answer: whole('404 Nicht m\u00f6glich', 'application/json', '{}'),
    ...all('http-status')
  },
  { name: '204', answer: [head('204 No Content'), 'close'], ...empty },
  { name: '205', answer: [head('205 Reset Content', 'Content-Length: 0'), 'close'], ...empty },
  { name: '304', answer: [head('304 Not Modified'), 'close'], ...all('http-status') },
  {
    name: '204 whose links are the results',
    answer: [head('204 No Content', 'Link: </a.tif>; rel="x"; type="image/tiff"'), 'close'],
    links: 'ok'
  },
  { name: 'HEAD', answer: [head('200 OK', type, 'Content-Length: 100'), 'close'], head: 'ok' },
  { name: 'a length that nobody told', answer: (body) => [head('200 OK', type), body, 'close'], ...all('ok') },
  {
    name: 'early hints before the answer',
    answer: (body) => ['HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', ...whole('200 OK', 'application/json', body)],
    ...all('ok'),
    elsewhere: [
      {
        runtimes: ['workerd'],
        reason: 'Takes the hints for the answer, and hands out the status 103.',
        outcomes: all('http-status')
      }
    ]
  },
  {
    name: 'a type that is given twice',
    answer: (body) => whole('200 OK', 'application/json', body, type),
    ...all('ok')
  },
  {
    name: 'one byte after the other',
    answer: (body) => [head('200 OK', type, 'Transfer-Encoding: chunked'), ...[...body].map(chunk), last, 'close'],
    ...all('ok')
  }
]
