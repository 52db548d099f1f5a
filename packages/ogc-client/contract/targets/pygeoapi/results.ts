import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import { errorOf, expect, fail } from '../../expectations.ts'
import { resultCells } from '../../features/result-cells.ts'
import { readsCell } from '../../features/results.ts'

export type Table = Readonly<Record<string, Deviation<OgcContext>>>

type Mode = 'sync' | 'async'
type Words = Pick<Deviation<OgcContext>, 'support' | 'server' | 'client' | 'symptom'>

const reads = 'Reads all outputs by their ids.'

const idAndValue: Words = {
  support: 'partly',
  server: 'Returns { id, value }; the id is the name that the processor chose.',
  client: 'Names the output as in the process description.',
  symptom: /: the body is \{"id":"answer","value":\[2,3,5,7\]\}, expected \[2,3,5,7\]$/
}

const noMultipart: Words = {
  support: 'partly',
  server: 'Does not support multipart. Returns a map of the outputs as JSON.',
  client: reads,
  symptom: /: media type is application\/json, expected multipart\/related$/
}

const noReference: Words = {
  support: 'partly',
  server: 'Leaves transmissionMode to the processor, which has no URLs. Returns values.',
  client: reads,
  symptom: /: status is 200, expected 204$/
}

const wrapped: Words = {
  support: 'partly',
  server: 'Returns { outputs: [result of the processor] } instead of a map.',
  client: 'Names the output as in the process description.',
  symptom: /: the document is \{"outputs":\[\{"id":"answer","value":\[2,3,5,7\]\}\]\}, expected /
}

const wrappedMap: Words = {
  ...wrapped,
  client: reads,
  symptom: /: the ids of the document is \["outputs"\], expected \["extent","mean","preview","statistics"\]$/
}

const wrappedReferences: Words = { ...wrappedMap, symptom: /: mean is undefined, expected an object$/ }
const wrappedMixed: Words = { ...wrappedMap, symptom: /: mean is undefined, expected 0\.5$/ }

const wrappedValue: Words = { ...noReference, symptom: /: return_value is undefined, expected an object$/ }

/** What the standard wants for a cell of the result matrix, and does not get; the client reads the outputs all the same. */
const readable: Readonly<Record<string, Words>> = {
  'raw-value-one': idAndValue,
  'raw-value-several': noMultipart,
  'raw-reference-one': noReference,
  'raw-reference-several': noReference,
  'raw-mixed': noMultipart,
  'document-value-one': wrapped,
  'document-value-several': wrappedMap,
  'document-reference-one': wrappedValue,
  'document-reference-several': wrappedReferences,
  'document-mixed': wrappedMixed
}

export function readableCells(mode: Mode): Table {
  const area = mode === 'sync' ? 'results.sync' : 'results.job'
  return Object.fromEntries(
    Object.entries(readable).map(([id, words]) => [`${area}.${id}`, { ...words, instead: reading(id, mode) }])
  )
}

/** Asserts that the client reads the outputs of a cell, whatever form they came in. */
export function reading(id: string, mode: Mode): (context: OgcContext) => Promise<void> {
  const cell = resultCells.find((one) => one.id === id) ?? fail(`there is no cell ${id}`)
  return (context) => readsCell(context, cell, mode)
}

/** A file can be had raw, and not in a document. */
export function binaryDocument(mode: Mode, symptom: RegExp): Deviation<OgcContext> {
  const cell = resultCells.find(({ id }) => id === 'document-value-binary') ?? fail('there is no such cell')
  return {
    support: 'no',
    server: 'Fails, because its documents cannot contain the bytes of a file.',
    client: 'Rejects with that reason. Request the file in raw form.',
    symptom,
    async instead(context) {
      const { message } = await errorOf(readsCell(context, cell, mode))
      expect(message.includes('Object of type bytes is not JSON serializable'), `the reason is not told: ${message}`)
      await reading('raw-value-binary', mode)(context)
    }
  }
}
