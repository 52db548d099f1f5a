import { messageOf, oneLine, pageLinks, readConformance, readLinks, readProblem } from '@geoclients/client-core'
import { type Reader, reader } from '../../../client-core/src/testing/growth.ts'
import { readProcessDescription, readProcessList } from '../parse/documents.ts'
import { exceptionNamed, missingResource } from '../parse/exception-names.ts'
import { jobIdFromHeaders, readJobInfo } from '../parse/job.ts'
import { readJobList, readToldJobs } from '../parse/job-list.ts'
import { tryLooseJson } from '../results/json/loose-json.ts'
import { outputLinks } from '../results/link-header.ts'
import { MultipartParser } from '../results/multipart/parser.ts'
import { rangeOf } from '../results/output/byte-range.ts'
import { nameOutputs } from '../results/output-ids.ts'
import { decodeBase64 } from '../utils/base64.ts'
import { decodeJson } from '../utils/text.ts'
import { read } from './read-results.ts'
import { received } from './received.ts'

const list = <T>(size: number, item: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => item(i))
const ids = (size: number): string[] => list(size, (i) => `o${i}`)
const recordOf = (size: number, value: (i: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(list(size, (i) => [`o${i}`, value(i)]))
const many = (text: string) => (size: number) => text.repeat(size)
const header = (name: string, text: string) => (size: number) =>
  received({}, { headers: { [name]: text.repeat(size) } })
const type = 'multipart/related; boundary=b'
const most = 1e9

/** References that GeoServer left open, each in the one before. */
function nested(size: number): string {
  const depth = Math.min(size, 2_000)
  const open = list(depth, (i) => `"o${i}":{"href":"h",`).join('')
  const rest = list(size, (i) => `"o${i}":1`).join()
  return `{${open}${rest}${'}'.repeat(depth)}}`
}

function events(body: Uint8Array<ArrayBuffer>): number {
  const parser = new MultipartParser('b')
  let count = 0
  for (let at = 0; at < body.length; at += 65_536) for (const _ of parser.push(body.subarray(at, at + 65_536))) count++
  return count
}

const bytes = (text: string) => (size: number) => new TextEncoder().encode(text.repeat(size))
const noUtf8 = (size: number) => new Uint8Array(size).map((_, i) => (i * 7_919) % 251)
const looseParts = ['NaN,', '-Infinity,', '"NaN",', '"\\\\",NaN,', '-', 'N']
const parts = ['--b\r\n\r\n', '--b\r\nContent-ID: a\r\n\r\n\r\n', '\r\n', '\r\n--', '-', '--b\r\nA:\r\nB:\r\n\r\n']

/** Whatever reads what a server of OGC API - Processes sends. */
export const readers: readonly Reader[] = [
  reader('links', 20_000, (size) => list(size, (i) => ({ href: `h${i}`, rel: 'x' })), readLinks),
  reader('a link with many relations', 20_000, (size) => [{ href: 'x', rel: list(size, String) }], readLinks),
  reader(
    'a link with many relations and members',
    5_000,
    (size) => [{ ...recordOf(size, String), href: 'x', rel: list(size, String) }],
    readLinks
  ),
  reader('links with many relations', 2_000, (size) => list(size, () => ({ href: 'x', rel: ids(30) })), readLinks),
  reader('links of a page, in a header', 10_000, header('Link', '<a>; rel="next last", '), (page) =>
    pageLinks([], page)
  ),
  reader('outputs in a Link header', 10_000, header('Link', '<a>; rel="output", '), ({ response }) =>
    outputLinks(response)
  ),
  reader('a Range of blanks', 20_000, many(' '), (blanks) => rangeOf(`bytes=${blanks}x`, 10)),
  reader('a Location', 10_000, header('Location', '/jobs/a'), ({ response }) => jobIdFromHeaders(response)),
  reader(
    'a conformance declaration',
    20_000,
    (size) => received({ conformsTo: list(size, (i) => ({ i })) }),
    readConformance
  ),
  reader(
    'a process list',
    5_000,
    (size) => received({ processes: list(size, (i) => ({ id: `p${i}` })) }),
    readProcessList
  ),
  reader(
    'a description with lists',
    10_000,
    (size) => received({ id: 'p', outputs: list(size, (i) => ({ id: `o${i}` })) }),
    readProcessDescription
  ),
  reader(
    'a description with nulls',
    10_000,
    (size) => received({ ...recordOf(size, () => null), id: 'p' }),
    readProcessDescription
  ),
  reader(
    'a job list',
    5_000,
    (size) => received({ jobs: list(size, (i) => ({ jobID: `j${i}`, status: 'running' })) }),
    readJobList
  ),
  reader('a job list of bare ids', 5_000, (size) => received({ jobs: ids(size) }), readToldJobs),
  reader(
    'a traceback',
    20_000,
    (size) => received({ jobID: 'j', status: 'failed', traceback: list(size, (i) => ({ i })) }),
    readJobInfo
  ),
  reader(
    'problem details',
    10_000,
    (size) => ({ ...recordOf(size, String), title: 'x' }),
    (body) => readProblem(body, 500)
  ),
  reader(
    'validation errors',
    10_000,
    (size) => ({ detail: list(size, (i) => ({ loc: ['a', i], msg: 'x' })) }),
    (body) => readProblem(body, 422)
  ),
  reader(
    'exceptions of OWS',
    10_000,
    (size) => ({ exceptions: list(size, () => ({ exceptionText: ['a', 'b'] })) }),
    (body) => readProblem(body, 400)
  ),
  ...['aA', 'a-', 'a ', 'A', '/'].flatMap((text) => [
    reader(`the name of an exception of ${JSON.stringify(text)}`, 20_000, many(text), exceptionNamed),
    reader(`an address of ${JSON.stringify(text)}`, 20_000, many(`/jobs/${text}`), (url) =>
      missingResource('not-found', 404, url)
    ),
    reader(`a message of ${JSON.stringify(text)}`, 20_000, many(text), (message) => oneLine(messageOf(message)))
  ]),
  reader(
    'a document of known outputs',
    8_000,
    (size) => ({ body: JSON.stringify(recordOf(size, (i) => i)), ids: ids(size) }),
    (given) => read({ ...given, type: 'application/json', maxBodyBytes: most })
  ),
  reader(
    'a document of unknown outputs',
    5_000,
    (size) => JSON.stringify(recordOf(size, (i) => i)),
    (body) => read({ body, type: 'application/json', maxBodyBytes: most })
  ),
  reader(
    'a list of outputs',
    8_000,
    (size) => ({ body: JSON.stringify(list(size, (i) => ({ id: `o${i}`, value: i }))), ids: ids(size) }),
    (given) => read({ ...given, type: 'application/json', maxBodyBytes: most })
  ),
  reader(
    'a list of outputs with foreign names',
    8_000,
    (size) => ({ body: JSON.stringify(list(size, (i) => ({ id: `x${i}`, value: i }))), ids: ids(size) }),
    (given) => read({ ...given, type: 'application/json', maxBodyBytes: most })
  ),
  reader(
    'open references',
    2_000,
    (size) => ({ body: nested(size), ids: ids(size) }),
    (given) => read({ ...given, type: 'application/json', maxBodyBytes: most })
  ),
  reader(
    'names that nobody has',
    10_000,
    (size) => ({ names: list(size, () => undefined), ids: ids(size) }),
    (given) => nameOutputs(given.names, given.ids)
  ),
  reader(
    'names that all have',
    10_000,
    (size) => list(size, () => 'a'),
    (names) => nameOutputs(names, [])
  ),
  ...parts.map((text) => reader(`multipart of ${JSON.stringify(text)}`, 10_000, bytes(text), events)),
  reader(
    'parts without names',
    3_000,
    (size) => ({ body: `${'--b\r\n\r\n1\r\n'.repeat(size)}--b--`, ids: ids(size) }),
    (given) => read({ ...given, type, maxBodyBytes: most })
  ),
  reader(
    'parts of one name',
    3_000,
    (size) => `${'--b\r\nContent-ID: a\r\n\r\n1\r\n'.repeat(size)}--b--`,
    (body) => read({ body, type, maxBodyBytes: most })
  ),
  ...['AAAA', 'AA==', '-_\n', '!'].map((text) =>
    reader(`base64 of ${JSON.stringify(text)}`, 200_000, many(text), decodeBase64)
  ),
  ...looseParts.map((text) =>
    reader(
      `JSON with NaN, of ${JSON.stringify(text)}`,
      20_000,
      (size) => `[${text.repeat(size)}NaN]`,
      (given) => tryLooseJson(given)
    )
  ),
  ...['application/json', 'application/json; charset=shift_jis', 'application/json; charset=latin1'].map((label) =>
    reader(`bytes that are no UTF-8, as ${label}`, 500_000, noUtf8, (given) => decodeJson(given, label))
  )
]
