import type { Reply } from '@geoclients/client-core'
import { type Reader, reader } from '../../../client-core/src/testing/growth.ts'
import { makeCasError } from '../errors/cas-error.ts'
import type { BatchAttributeResponse } from '../generated/types.ts'
import { parseGeoJsonLines, parseGeoJsonSequence } from '../geojson-io/index.ts'
import { withSafeWarnings } from '../response/attribute-response.ts'
import { failedDatasets } from '../response/by-dataset.ts'
import { readBatch, readExtract } from '../response/extractions.ts'
import { describeFailure, pauseIn } from '../response/failure.ts'
import { readDatasets } from '../response/parse.ts'
import { extraction } from './samples.ts'

const list = <T>(size: number, item: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => item(i))
const ids = (size: number): string[] => list(size, (i) => `a:${i}`)
const many = (text: string) => (size: number) => text.repeat(size)

const response = new Response(null, { status: 422 })
const reply: Reply = {
  ...{ method: 'POST', url: 'https://cas.example/', status: 422, ok: false, headers: response.headers, response },
  bytes: new Uint8Array(0)
}
const received = (body: unknown) => ({ body, response: reply, error: makeCasError })
const describe = describeFailure({ clock: { now: () => 0 } as never, error: makeCasError })
const redact = (text: string): string => text

/** How many values a text is read as. */
async function read(parser: TransformStream<Uint8Array | string, unknown>, text: string): Promise<number> {
  let count = 0
  const values = new Blob([text]).stream().pipeThrough(parser).getReader()
  while (!(await values.read()).done) count++
  return count
}

const point = '{"type":"Point","coordinates":[1,2]}'

/** Whatever reads what a Community Attribute Service sends, and GeoJSON texts. */
export const readers: readonly Reader[] = [
  reader(
    'validation errors',
    5_000,
    (size) => ({ error: { detail: list(size, (i) => ({ loc: ['body', i], msg: 'x', input: i })) } }),
    (body) => describe(reply, body)
  ),
  reader(
    'a validation error with a long place',
    10_000,
    (size) => ({ error: { detail: [{ loc: list(size, String), msg: 'x', input: list(size, String) }] } }),
    (body) => describe(reply, body)
  ),
  ...['retry after ', '1', ' '].map((text) =>
    reader(`a message of ${JSON.stringify(text)}`, 20_000, many(text), pauseIn)
  ),
  reader('an extraction', 5_000, (size) => received(extraction(ids(size), ids(size))), readExtract),
  reader('a batch', 5_000, (size) => received({ responses: list(size, () => extraction(['a:b'])) }), readBatch),
  reader(
    'a batch of failures',
    2_000,
    (size) =>
      ({
        responses: list(size, () => ({ ...extraction([], ['a', 'b']), geometry_hash: 'error' }))
      }) as BatchAttributeResponse,
    (batch) => withSafeWarnings(batch, { redact })
  ),
  reader(
    'a failure with many warnings',
    10_000,
    (size) => ({ responses: [{ ...extraction([], ids(size)), geometry_hash: 'error' }] }) as BatchAttributeResponse,
    (batch) => withSafeWarnings(batch, { redact })
  ),
  reader(
    'a list of datasets',
    20_000,
    (size) => received({ datasets: list(size, (i) => ({ id: `a:${i}` })) }),
    readDatasets
  ),
  reader(
    'datasets that failed',
    3_000,
    (size) => ({
      answer: extraction(
        [],
        ids(size).map((id) => `${id}: no`)
      ),
      datasetIds: ids(size)
    }),
    ({ answer, datasetIds }) => failedDatasets(answer, { datasetIds })
  ),
  reader('lines of GeoJSON', 5_000, many(`${point}\n`), (text) => read(parseGeoJsonLines(), text)),
  reader('empty lines', 100_000, many('\n'), (text) => read(parseGeoJsonLines(), text)),
  reader(
    'one long line of GeoJSON',
    50_000,
    (size) => `{"type":"Point","coordinates":[1,2],"x":"${'y'.repeat(size)}"}`,
    (text) => read(parseGeoJsonLines(), text)
  ),
  reader('a GeoJSON text sequence', 5_000, many(`\u001e${point}\n`), (text) => read(parseGeoJsonSequence(), text))
]
