import { expect, test } from 'vitest'
import type { CasClient } from '../client/cas-client.ts'
import { type Answer, baseUrl, clientOf, fakeService, json, text } from '../testing/fake-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { point } from '../testing/samples.ts'

interface Operation {
  readonly line: string
  readonly call: (cas: CasClient) => Promise<unknown>
  /** What an answer is called, and the array that it must have. */
  readonly expected: string
  readonly array?: string
}

const request = { geometry: point, datasetIds: ['a:b'] }
const batch = { geometries: [point], datasetIds: ['a:b'] }
const api = '/attributes/api/v1'
const extract: Operation = {
  ...{ line: `POST ${api}/extract`, call: (cas: CasClient) => cas.extract(request) },
  ...{ expected: 'an extraction result', array: 'results' }
}
const operations: readonly Operation[] = [
  extract,
  {
    ...{ line: `POST ${api}/extract/batch`, call: (cas: CasClient) => cas.batchExtract(batch) },
    ...{ expected: 'a batch result', array: 'responses' }
  },
  {
    ...{ line: `GET ${api}/providers`, call: (cas: CasClient) => cas.providers() },
    ...{ expected: 'a list of providers', array: 'providers' }
  },
  {
    ...{ line: `GET ${api}/providers/a`, call: (cas: CasClient) => cas.provider('a') },
    ...{ expected: 'a provider', array: 'datasets' }
  },
  {
    ...{ line: `GET ${api}/datasets`, call: (cas: CasClient) => cas.datasets() },
    ...{ expected: 'a list of datasets', array: 'datasets' }
  },
  { line: 'GET /attributes/health', call: (cas) => cas.health(), expected: 'a health status' }
]

const about = (line: string): string => `${line.replace('/attributes', baseUrl)} returned 200`
const errorOf = ({ line, call }: Operation, answer: Answer) =>
  rejection(call(clientOf(fakeService({ [line]: answer }))))
const init = { headers: { 'X-Request-ID': '7c1e4e2decd9' } }
const known = { name: 'CasError', status: 200, requestId: '7c1e4e2decd9' }

test.each(operations)('$line: a page of a gateway with 200 is no answer', async (operation) => {
  const page = '<html><head><title>Sign in</title></head><body>Welcome</body></html>'
  const message = `${about(operation.line)} and text/html instead of JSON: Sign in`
  const error = await errorOf(operation, text(page, 'text/html; charset=utf-8', init))
  expect(error).toMatchObject({ ...known, code: 'media-type', message })
})

test.each(operations)('$line: broken JSON is no answer', async (operation) => {
  const message = `${about(operation.line)} and broken JSON: {"results": [`
  const error = await errorOf(operation, text('{"results": [', 'application/json', init))
  expect(error).toMatchObject({ ...known, code: 'malformed-body', message })
})

test.each<[answer: Answer, got: string]>([
  [json(null, init), 'null'],
  [json([], init), '[]'],
  [json('ok', init), '"ok"'],
  [text('', 'application/json', init), 'undefined']
])('an answer that is no object is none', async (answer, got) => {
  for (const operation of operations) {
    const message = `${about(operation.line)}, but the body is not ${operation.expected}: got ${got}`
    expect(await errorOf(operation, answer)).toMatchObject({ ...known, code: 'malformed-body', message })
  }
})

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  [{}, 'an object'],
  [[null], 'an array of 1']
])('an answer with %j in place of its array is none', async (value, got) => {
  for (const operation of operations) {
    const { line, expected, array } = operation
    if (!array) continue
    const message = `${about(line)}, but the body is not ${expected} with the array "${array}": got ${got}`
    const error = await errorOf(operation, json({ warnings: [], [array]: value }, init))
    expect(error).toMatchObject({ ...known, code: 'malformed-body', message })
  }
})

test('an extraction has warnings, too', async () => {
  const { message } = await errorOf(extract, json({ results: [] }))
  expect(message).toMatch(/but the body is not an extraction result with the array "warnings": got undefined$/)
})

const hash = '2007c3c6ad0cec05'
const cases: readonly (readonly [response: unknown, array: string, got: string])[] = [
  [{}, 'results', 'undefined'],
  [7, 'results', '7'],
  [{ results: [null], warnings: [] }, 'results', 'an array of 1'],
  [{ results: [7], warnings: [] }, 'results', '[7]'],
  [{ results: [{ value: 1 }], warnings: [] }, 'results', 'an array of 1'],
  [{ results: [], warnings: [7] }, 'warnings', '[7]'],
  [{ results: [], geometry_hash: 'error' }, 'warnings', 'undefined']
]
const right = { results: [], warnings: [], geometry_hash: hash }

test.each(cases)('a response %j is none, alone or in a batch', async (response, array, got) => {
  if (typeof response === 'object') {
    const { message } = await errorOf(extract, json(response))
    expect(message).toContain(`but the body is not an extraction result with the array "${array}": got ${got}`)
  }
  const service = fakeService({ [`POST ${api}/extract/batch`]: json({ responses: [right, response] }, init) })
  const call = clientOf(service).batchExtract({ geometries: [point, point], datasetIds: ['a:b'] })
  const message = `the body is not a batch result with the array "${array}" in responses[1]: got ${got}`
  const error = await rejection(call)
  expect(error).toMatchObject({ ...known, code: 'malformed-body', message: expect.stringContaining(message) })
})

test.each<(typeof cases)[number]>([...cases, [null, 'results', 'null']])(
  'a response %j in a batch fails its row, and no other',
  async (response, array, got) => {
    const service = fakeService({
      [`POST ${api}/extract/batch`]: json({ responses: [right, response, right] }, init)
    })
    const rows = await collect(clientOf(service).extractAll([point, point, point], { datasetIds: ['a:b'] }))
    expect(rows.map(({ ok }) => ok)).toEqual([true, false, true])
    const message = `the response for this geometry lacks the array "${array}": got ${got}`
    expect(rows[1]).toMatchObject({ error: { name: 'CasError', code: 'malformed-body', message } })
    expect(service.seen).toHaveLength(1)
  }
)

test('JSON counts whatever its label, and members that the contract does not know are kept', async () => {
  const body = { status: 'ok', version: '0.5.0' }
  const service = fakeService({ 'GET /attributes/health': text(JSON.stringify(body), 'text/plain') })
  expect(await clientOf(service).health()).toEqual(body)
})
