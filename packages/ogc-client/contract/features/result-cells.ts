import type { Output } from '../../src/results/output/types.ts'
import type { JsonValue } from '../../src/types/json.ts'
import type { Answer } from '../context.ts'
import { expect, expectEqual, expectHeader, expectStatus, expectType, jsonOf, nameOf, textOf } from '../expectations.ts'
import { type AnyRequest, ndvi, primes } from '../samples.ts'

/** One cell of the result matrix: a request, the answer that the standard wants for it, and what the client reads in it. */
export interface ResultCell {
  readonly id: string
  readonly title: string
  readonly processId: string
  readonly request: AnyRequest
  /** The answer on the wire (18-062r2, 7.11.4). */
  readonly answer: (answer: Answer) => void
  /** What the outputs must hold, however they travelled; no others may be there. */
  readonly outputs: Readonly<Record<string, (output: Output) => Promise<void>>>
}

const holds =
  (expected: JsonValue) =>
  async (output: Output): Promise<void> =>
    expectEqual('the output', await output.json(), expected)

const isPng = async (output: Output): Promise<void> => expectPng(new Uint8Array(await output.arrayBuffer()))

const return_value = holds([2, 3, 5, 7])
const mean = holds(0.5)
const crs = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const extent = holds({ bbox: [9.9, 53.5, 10.1, 53.6], crs })
const statistics = async (output: Output): Promise<void> =>
  expectEqual('the mean of the statistics', ((await output.json()) as { mean?: unknown }).mean, 0.5)
const all = { mean, statistics, extent, preview: isPng }

/** Would be taken for pygeoapi's wrapper, with the word of the processor. */
const jsonText = '{"id":"x","value":[1,  2.0]}'

const value = { transmissionMode: 'value' } as const
const reference = { transmissionMode: 'reference' } as const

/** Raw or document, by value or by reference, one output or several, JSON or binary (18-062r2, tables 11 to 13). */
export const resultCells: readonly ResultCell[] = [
  {
    id: 'raw-value-one',
    title: 'raw, one value: the body is the value',
    processId: 'primes_between',
    request: { ...primes, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'application/json')
      expectEqual('the body', jsonOf(answer), [2, 3, 5, 7])
    },
    outputs: { return_value }
  },
  {
    id: 'raw-value-text',
    title: 'raw, one text: the body is the text',
    processId: 'echo_inputs',
    request: { inputs: { literal: 'moin' }, outputs: { literal: value }, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'text/plain')
      expectEqual('the body', textOf(answer), 'moin')
    },
    outputs: {
      literal: async (output) => expectEqual('the output', await output.text(), 'moin')
    }
  },
  {
    id: 'raw-value-text-of-json',
    title: 'raw, one text that could be JSON: the body is the unchanged text',
    processId: 'echo_inputs',
    request: { inputs: { literal: jsonText }, outputs: { literal: value }, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'text/plain')
      expectEqual('the body', textOf(answer), jsonText)
    },
    outputs: {
      literal: async (output) => expectEqual('the output', await output.text(), jsonText)
    }
  },
  {
    id: 'raw-value-binary',
    title: 'raw, one file: the body is the file, in its own media type',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { preview: value }, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'image/png')
      expectPng(answer.bytes)
    },
    outputs: { preview: isPng }
  },
  {
    id: 'raw-value-several',
    title: 'raw, several values: a multipart body with a part for each',
    processId: 'ndvi_statistics',
    request: { ...ndvi, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'multipart/related')
      for (const id of Object.keys(all)) expectPart(answer, new RegExp(`^content-id: <?${id}\\b`, 'im'))
    },
    outputs: all
  },
  {
    id: 'raw-reference-one',
    title: 'raw, one reference: no body, and a link to the output',
    processId: 'primes_between',
    request: { ...primes, outputs: { return_value: reference }, response: 'raw' },
    answer: (answer) => expectLinks(answer, 1),
    outputs: { return_value }
  },
  {
    id: 'raw-reference-several',
    title: 'raw, several references: no body, and a link to each output',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { mean: reference, preview: reference }, response: 'raw' },
    answer: (answer) => expectLinks(answer, 2),
    outputs: { mean, preview: isPng }
  },
  {
    id: 'raw-mixed',
    title: 'raw, values and references: a multipart body, with Content-Location for a reference',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { mean: value, preview: reference }, response: 'raw' },
    answer(answer) {
      expectBody(answer, 'multipart/related')
      expectPart(answer, /^content-id: <?mean\b/im)
      expectPart(answer, /^content-location: \S+/im)
    },
    outputs: { mean, preview: isPng }
  },
  {
    id: 'document-value-one',
    title: 'document, one value: a map with the output',
    processId: 'primes_between',
    request: { ...primes, response: 'document' },
    answer: (answer) => expectEqual('the document', documentOf(answer), { return_value: [2, 3, 5, 7] }),
    outputs: { return_value }
  },
  {
    id: 'document-value-several',
    title: 'document, several values: a map with each output',
    processId: 'ndvi_statistics',
    request: { ...ndvi, response: 'document' },
    answer: (answer) =>
      expectEqual('the ids of the document', Object.keys(documentOf(answer)).sort(), Object.keys(all).sort()),
    outputs: all
  },
  {
    id: 'document-value-binary',
    title: 'document, one file: its bytes as base64 with their media type',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { preview: value }, response: 'document' },
    answer(answer) {
      const { mediaType, encoding } = memberOf(answer, 'preview')
      expectEqual('the form of the file', { mediaType, encoding }, { mediaType: 'image/png', encoding: 'base64' })
    },
    outputs: { preview: isPng }
  },
  {
    id: 'document-reference-one',
    title: 'document, one reference: a map with a link',
    processId: 'primes_between',
    request: { ...primes, outputs: { return_value: reference }, response: 'document' },
    answer: (answer) => expectEqual('the type of href', typeof memberOf(answer, 'return_value').href, 'string'),
    outputs: { return_value }
  },
  {
    id: 'document-reference-several',
    title: 'document, several references: a map of links',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { mean: reference, preview: reference }, response: 'document' },
    answer(answer) {
      for (const id of ['mean', 'preview']) expectEqual('the type of href', typeof memberOf(answer, id).href, 'string')
    },
    outputs: { mean, preview: isPng }
  },
  {
    id: 'document-mixed',
    title: 'document, values and references: a map of both',
    processId: 'ndvi_statistics',
    request: { ...ndvi, outputs: { mean: value, preview: reference }, response: 'document' },
    answer(answer) {
      expectEqual('mean', documentOf(answer).mean, 0.5)
      expectEqual('the type of href', typeof memberOf(answer, 'preview').href, 'string')
    },
    outputs: { mean, preview: isPng }
  }
]

function expectBody(answer: Answer, type: string): void {
  expectStatus(answer, 200)
  expectType(answer, type)
}

function expectLinks(answer: Answer, count: number): void {
  expectStatus(answer, 204)
  expectHeader(answer, 'Link', /</)
  const targets = (answer.headers.get('Link') ?? '').match(/<[^>]*>/g) ?? []
  const outputs = targets.filter((target) => !/\/jobs\/[^/]*>$/.test(target)) // a link to the job may stand beside them
  expectEqual('the number of links', outputs.length, count)
}

function expectPart(answer: Answer, header: RegExp): void {
  expect(header.test(textOf(answer)), `${nameOf(answer)}: no part has a header ${header}`)
}

function documentOf(answer: Answer): Record<string, unknown> {
  expectBody(answer, 'application/json')
  return jsonOf(answer) as Record<string, unknown>
}

function memberOf(answer: Answer, id: string): Record<string, unknown> {
  const member = documentOf(answer)[id]
  expect(typeof member === 'object' && member !== null, `${id} is ${JSON.stringify(member)}, expected an object`)
  return member as Record<string, unknown>
}

function expectPng(bytes: Uint8Array): void {
  expectEqual('the first bytes of the file', [...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
}
