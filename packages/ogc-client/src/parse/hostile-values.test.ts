import { readConformance, readProblem } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { received } from '../testing/received.ts'
import { readProcessDescription } from './documents.ts'
import { readJobInfo } from './job.ts'

/** What `String` fails on, as a server may send it. */
const hostile: unknown = JSON.parse('{"toString":1,"valueOf":1}')
const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
const odd = '{"toString":1,"valueOf":1}'

test('a conformance declaration with objects in place of texts', () => {
  expect(readConformance(received({ conformsTo: ['a', hostile, 5, null] })).conformsTo).toEqual(['a', odd, '5', 'null'])
  expect(readConformance(received({ conformsTo: [deep] })).conformsTo).toHaveLength(1)
})

test('a process whose version is no text', () => {
  expect(readProcessDescription(received({ id: 'p', version: hostile })).version).toBe(odd)
  expect(readProcessDescription(received({ id: 'p', version: 1.5 })).version).toBe('1.5')
  expect(readProcessDescription(received({ id: 'p' })).version).toBe('')
})

test('tracebacks with objects and lists in them', () => {
  const status = 'failed'
  expect(readJobInfo(received({ jobID: 'j', status, traceback: ['a', hostile, [1]] })).traceback).toEqual([
    'a',
    odd,
    '[1]'
  ])
  expect(readJobInfo(received({ jobID: 'j', status, 'x-traceback': hostile })).traceback).toEqual([odd])
  expect(readJobInfo(received({ jobID: 'j', status, traceback: [deep] })).traceback).toHaveLength(1)
  expect(readProblem({ title: 't', traceback: [hostile] }, 500).apiError?.traceback).toEqual([odd])
})

test('a validation error whose place is an object', () => {
  const detail = [{ loc: ['body', hostile, 3, 'x'], msg: 'no' }]
  expect(readProblem({ detail }, 422).reason).toBe(`body.${odd}.3.x: no`)
  expect(readProblem({ detail: [{ loc: [deep], msg: 'no' }] }, 422).reason).toMatch(/no$|^\[/)
})
