import { expect, test } from 'vitest'
import type { ProcessDescription } from '../generated/types.ts'
import { clientOf, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'
import { asksFor, describes } from './requested-outputs.ts'

test.each([
  [true, { a: { format: { mediaType: 'Text/HTML; charset=utf-8' } } }, undefined],
  [true, { a: {} }, { accept: 'application/json, text/html;q=0.9' }],
  [false, { a: { format: { mediaType: 'text/plain' } } }, { Accept: 'text/*', 'X-Accept': 'text/html' }],
  [false, undefined, undefined]
])('whether HTML is asked for (%s): %j, %j', (yes, wanted, headers) => {
  expect(asksFor('text/html', wanted, headers as never)).toBe(yes)
})

test.each<[boolean, unknown]>([
  [true, { contentMediaType: 'text/html' }],
  [true, { oneOf: [{ type: 'object' }, { type: 'string', contentMediaType: 'text/html' }] }],
  [false, { contentMediaType: 'text/plain', anyOf: 'text/html' }],
  [false, null]
])('whether HTML is described (%s): %j', (yes, schema) => {
  expect(describes('text/html', { id: 'p', version: '1', outputs: { a: { schema } } } as ProcessDescription)).toBe(yes)
})

const page = text('<title>Report</title>', 'text/html')
const described = (schema: object) => json({ id: 'p', version: '1', outputs: { a: { schema } } })

test('a page that was asked for is an output, at once and of a job', async () => {
  const outputs = { a: { format: { mediaType: 'text/html' } } }
  const server = fakeServer({ 'POST /processes/p/execution': page })
  const results = await clientOf(server).run('p', { outputs }, { mode: 'sync' })
  expect(await results.get('a').text()).toBe('<title>Report</title>')
  const later = fakeServer({
    'POST /processes/p/execution': json({ jobID: 'j', status: 'successful' }, { status: 201 }),
    'GET /jobs/j/results': page
  })
  const ofJob = await clientOf(later).run('p', { outputs }, { mode: 'async' })
  expect(ofJob.get('a')).toMatchObject({ kind: 'value', mediaType: 'text/html' })
})

test('a page that the process describes is an output, any other is an error page', async () => {
  const answer = { 'GET /jobs/j/results': page }
  const html = fakeServer({ ...answer, 'GET /processes/p': described({ contentMediaType: 'text/html' }) })
  expect((await clientOf(html).getJobResults('j', { processId: 'p' })).has('a')).toBe(true)
  const other = fakeServer({ ...answer, 'GET /processes/p': described({ type: 'number' }) })
  const error = await rejection(clientOf(other).getJobResults('j', { processId: 'p' }))
  expect(error).toMatchObject({ code: 'media-type', message: expect.stringMatching(/: Report$/) })
})
