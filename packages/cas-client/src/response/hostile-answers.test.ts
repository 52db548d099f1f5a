import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { StreamWarning } from '../bulk/warnings.ts'
import { mostDatasets } from '../catalogue/find-datasets.ts'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { datasetOf, extraction, point, resultOf } from '../testing/samples.ts'

const path = 'POST /attributes/api/v1/extract/batch'
const request = { datasetIds: ['a:b'] }
const right = extraction(['a:b'])
/** What can neither be added up nor be written. */
const hostile = JSON.parse('{"toString":1,"valueOf":1}')
const secret = 's3cret-key'

async function rowOf(response: unknown) {
  const service = fakeService({ [path]: json({ responses: [right, response, right] }) })
  const rows = await collect(clientOf(service, { apiKey: secret }).extractAll([point, point, point], request))
  expect(rows.map(({ ok }) => ok)).toEqual([true, false, true])
  const error = rows[1]?.ok === false ? rows[1].error : undefined
  expect(inspect([error, error?.message], { depth: null, showHidden: true })).not.toContain(secret)
  return error
}

test.each([
  ['an aggregation', { ...right, results: [{ ...resultOf('a:b'), aggregation: hostile }] }],
  ['a time', { ...right, elapsed_ms: hostile }]
])('%s that is an object costs its row, and no other', async (_, response) => {
  expect(await rowOf(response)).toMatchObject({ code: 'malformed-body' })
})

test('a geometry that failed for a reason that quotes the key, and has no end, makes a short error without it', async () => {
  const warnings = [`no ${secret}`, ...Array(1_000).fill('x'.repeat(1_000))]
  const error = await rowOf({ ...extraction([], warnings), geometry_hash: 'error' })
  expect(error).toMatchObject({ code: 'geometry-failed', message: expect.stringContaining('no ***; x') })
  expect(error?.message.length).toBeLessThan(2_200)
})

test('an answer of another kind that quotes the key makes an error without its words', async () => {
  const error = await rowOf({ ...right, warnings: secret })
  expect(error?.message).toMatch(/lacks the array "warnings": got a string$/)
})

test('a warning of a run that quotes the key, and has no end, is told short and without it', async () => {
  const words = `${secret} ${'x'.repeat(5_000)}`
  const other = { ...resultOf('a:b'), aggregation: words }
  const uninvited = Array.from({ length: 100 }, (_, i) => ({ ...other, dataset_id: `${secret}${i}` }))
  const answer = { ...extraction([], [`a:c: ${words}`]), results: [other, ...uninvited] }
  const service = fakeService({ [path]: json({ responses: [answer] }) })
  const told: StreamWarning[] = []
  const onWarning = (warning: StreamWarning): void => void told.push(warning)
  const asked = { datasetIds: ['a:b', 'a:c'], aggregation: 'mean' } as const
  const client = clientOf(service, { apiKey: secret })
  await collect(client.extractAll([point], asked, { onWarning }))
  await collect(client.enrich([{ type: 'Feature', geometry: point, properties: {} }], asked, { onWarning }))
  const kinds = ['other-aggregation', 'dataset-failed', 'no-value']
  expect(told.map(({ kind }) => kind)).toEqual([...kinds, ...kinds])
  expect(JSON.stringify(told)).not.toContain(secret)
  expect(told[0]).toMatchObject({ datasetId: 'a:b', used: expect.stringMatching(/^\*\*\* x+\.\.\.$/) })
  expect(Math.max(...told.map(({ message }) => message.length))).toBe(1_000)
})

test('a catalogue without end is given up', async () => {
  const page = Array.from({ length: 1_000 }, (_, i) => datasetOf(`a:${i}`))
  let pages = 0
  const fetch: typeof globalThis.fetch = async () =>
    Response.json({ datasets: page.map((dataset) => ({ ...dataset, name: `${pages}` })), offset: 1_000 * pages++ })
  const error = await rejection(clientOf({ fetch } as ReturnType<typeof fakeService>).findDatasets({}))
  expect(error).toMatchObject({ code: 'malformed-body', message: expect.stringContaining(`more than ${mostDatasets}`) })
  expect(pages).toBe(mostDatasets / 1_000 + 1)
})
