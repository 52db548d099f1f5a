import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, type FakeServer, fakeServer, json, text } from '../testing/fake-server.ts'
import { thrown } from '../testing/received.ts'
import type { Results } from './results.ts'

const execution = 'POST /processes/p/execution'
const described = json({ id: 'p', version: '1', outputs: { a: { schema: {} } } })
const csv = text('a,b', 'text/csv')

const serverOf = (answer: Answer): FakeServer => fakeServer({ [execution]: answer, 'GET /processes/p': described })
const run = (server: FakeServer, request: object = {}): Promise<Results> =>
  clientOf(server).run('p', request, { mode: 'sync' })

test.each<[what: string, answer: Answer, content: string]>([
  ['text', csv, 'a,b'],
  ['bytes', text('II*', 'image/tiff'), 'II*'],
  ['a number in JSON', json(12), '12'],
  ['a text in JSON', json('x'), '"x"'],
  ['a list in JSON', json([1, 2]), '[1,2]'],
  ['null', json(null), 'null'],
  ['an empty text', text('', 'text/csv'), '']
])('%s at once has the id that it is first asked for, by one request', async (_, answer, content) => {
  const server = serverOf(answer)
  const results = await run(server)
  expect(await results.get('x').text()).toBe(content)
  expect([...results].map(([id]) => id)).toEqual(['x'])
  expect(Object.keys(results.toJSON())).toEqual(['x'])
  expect(server.lines()).toEqual([execution])
})

test('once it has an id it has no other', async () => {
  const results = await run(serverOf(csv))
  const output = results.get('x')
  expect(results.get('x')).toBe(output)
  expect([results.size, results.has('x'), results.has('y'), results.has('result')]).toEqual([1, true, false, false])
  for (const id of ['y', 'result']) {
    expect(thrown(() => results.get(id))).toMatchObject({
      code: 'no-such-output',
      message: `there is no output "${id}"; there are "x"`
    })
  }
  expect(results.get('x')).toBe(output)
})

test('whatever id is asked about is there until one is taken, and asking whether takes none', async () => {
  const server = serverOf(csv)
  const results = await run(server)
  expect([results.has('x'), results.has('y'), results.size]).toEqual([true, true, 1])
  expect(await results.get('y').text()).toBe('a,b')
  expect([results.has('x'), results.has('y'), results.size]).toEqual([false, true, 1])
  expect(server.lines()).toEqual([execution])
})

test('it is called result where nobody asks for an id', async () => {
  const server = serverOf(csv)
  const results = await run(server)
  expect([...results].map(([id, { kind }]) => [id, kind])).toEqual([['result', 'value']])
  expect(results.toJSON()).toEqual({ result: 'a,b' })
  expect(JSON.stringify(results)).toBe('{"result":"a,b"}')
  expect(server.lines()).toEqual([execution])
})

test('the results of executeProcess and submit are no other', async () => {
  const server = serverOf(csv)
  const ogc = clientOf(server)
  const { results } = await ogc.executeProcess('p', {})
  expect(await results?.get('x').text()).toBe('a,b')
  const job = await ogc.submit('p', {}, { mode: 'sync' })
  expect(await (await job.results()).get('y').text()).toBe('a,b')
  expect(server.lines()).toEqual([execution, execution])
})

test('an output that was asked for, or is described, has its own id only', async () => {
  const server = serverOf(csv)
  const requested = await run(server, { outputs: { b: {} } })
  expect(requested.has('x')).toBe(false)
  expect(thrown(() => requested.get('x')).message).toBe('there is no output "x"; there are "b"')
  expect(await requested.get('b').text()).toBe('a,b')
  expect(server.lines()).toEqual([execution])

  const ogc = clientOf(server)
  await ogc.getProcess('p')
  const named = await ogc.run('p', {}, { mode: 'sync' })
  expect(named.has('x')).toBe(false)
  expect(thrown(() => named.get('x'))).toMatchObject({ code: 'no-such-output' })
  expect(named.toJSON()).toEqual({ a: 'a,b' })
})

test('no output takes no id', async () => {
  const results = await run(serverOf(empty(204)))
  expect([results.size, results.has('x')]).toEqual([0, false])
  expect(thrown(() => results.get('x')).message).toBe('there is no output "x"; the results are empty')
})

test('of a job the only output has the id of the description', async () => {
  const server = fakeServer({
    [execution]: json({ jobID: 'j', status: 'successful' }, { status: 201 }),
    'GET /jobs/j/results': csv,
    'GET /processes/p': described
  })
  const results = await clientOf(server).run('p', {}, { mode: 'async' })
  expect([results.has('x'), results.has('a')]).toEqual([false, true])
  expect(server.lines()).toEqual([execution, 'GET /jobs/j/results', 'GET /processes/p'])
})
