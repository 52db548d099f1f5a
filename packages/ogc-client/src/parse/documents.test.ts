import { readConformance, readLandingPage } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { received, thrown } from '../testing/received.ts'
import { readProcessDescription, readProcessList } from './documents.ts'

const lead = 'GET https://ogc.example/base/jobs/j/results returned 200, but the body is not'

test('withoutNulls: a landing page keeps its members, without nulls', () => {
  const body = { title: 'A', description: null, links: [{ href: '/', rel: null }], more: 1 }
  expect(readLandingPage(received(body))).toEqual({ title: 'A', links: [{ href: '/' }], more: 1 })
  expect(readLandingPage(received({}))).toEqual({ links: [] })
})

test('a conformance declaration has texts', () => {
  expect(readConformance(received({ conformsTo: ['a', 5] }))).toEqual({ conformsTo: ['a', '5'] })
})

test('a process list has versions and links even where the server has none', () => {
  const processes = [
    { id: 'a', version: '1', title: null },
    { id: 'b', version: 2 },
    { id: 'c', version: null }
  ]
  expect(readProcessList(received({ processes, links: null, numberMatched: 3 }))).toEqual({
    processes: [
      { id: 'a', version: '1' },
      { id: 'b', version: '2' },
      { id: 'c', version: '' }
    ],
    links: [],
    numberMatched: 3
  })
})

test('a process description keeps inputs and outputs', () => {
  const body = {
    id: 'a',
    version: '1',
    inputs: { x: { schema: { type: 'number' } } },
    outputs: null,
    example: { y: 1 }
  }
  expect(readProcessDescription(received(body))).toEqual({
    id: 'a',
    version: '1',
    inputs: { x: { schema: { type: 'number' } } },
    example: { y: 1 }
  })
})

test('describedById: inputs and outputs that are lists are read by their ids, in lists of processes too', () => {
  const body = {
    id: 'a',
    version: '1',
    inputs: [
      { id: 'x', schema: { type: 'number' } },
      { id: 5, schema: {} }
    ],
    outputs: [{ id: 'out', title: null }, 'odd', { title: 'nameless' }, { id: '__proto__' }]
  }
  const inputs = { x: { id: 'x', schema: { type: 'number' } }, 5: { id: 5, schema: {} } }
  const { outputs, ...rest } = readProcessDescription(received(body))
  expect(rest).toEqual({ id: 'a', version: '1', inputs })
  expect(Object.entries(outputs ?? {})).toEqual([
    ['out', { id: 'out', title: null }],
    ['__proto__', { id: '__proto__' }]
  ])
  expect(readProcessList(received({ processes: [body] })).processes[0]).toMatchObject({ inputs })
  expect(readProcessDescription(received({ id: 'a', version: '1', inputs: [], outputs: {} }))).toEqual({
    id: 'a',
    version: '1',
    inputs: {},
    outputs: {}
  })
})

test('one odd process costs no other', () => {
  const warnings: string[] = []
  const list = {
    ...received({ processes: [{ id: 5 }, 'a', { title: 'b' }, { id: 'c' }] }),
    warn: (message: string) => warnings.push(message)
  }
  expect(readProcessList(list).processes.map(({ id }) => id)).toEqual(['5', 'c'])
  expect(warnings).toEqual(['left out a process without an id, in the list of https://ogc.example/base/jobs/j/results'])
})

test.each<[message: string, read: () => unknown]>([
  [`${lead} a landing page: got undefined`, () => readLandingPage(received(undefined))],
  [`${lead} a landing page: got []`, () => readLandingPage(received([]))],
  [`${lead} a conformance declaration: got "x"`, () => readConformance(received('x'))],
  [`${lead} an object with the array "conformsTo": got undefined`, () => readConformance(received({}))],
  [`${lead} an object with the array "conformsTo": got "a"`, () => readConformance(received({ conformsTo: 'a' }))],
  [`${lead} a process list: got null`, () => readProcessList(received(null))],
  [`${lead} an object with the array "processes": got an object`, () => readProcessList(received({ processes: {} }))],
  [`${lead} a process description: got true`, () => readProcessDescription(received(true))],
  [`${lead} a process with an "id": got an object`, () => readProcessDescription(received({ title: 'a' }))]
])('%s', (message, read) => {
  expect(thrown(read)).toMatchObject({ code: 'malformed-body', status: 200, message })
})

test('the error for a malformed answer has the server’s name for the request', () => {
  const error = thrown(() => readConformance(received({}, { headers: { 'X-Request-ID': 'r1' } })))
  expect(error.requestId).toBe('r1')
})
