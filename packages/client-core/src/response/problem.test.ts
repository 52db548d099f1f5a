import { expect, test } from 'vitest'
import { readProblem } from './problem.ts'

test('problem details are themselves, with Eozilla’s traceback', () => {
  const problem = { type: 'urn:x', title: 'Bad', status: 400, detail: 'no', instance: '/1', traceback: ['a'] }
  expect(readProblem(problem, 500)).toEqual({ apiError: problem, reason: 'no' })
})

test('wraptile keeps a traceback under another name', () => {
  expect(readProblem({ type: 'urn:x', title: 'Bad', 'x-traceback': ['a', 1] }, 500).apiError).toMatchObject({
    traceback: ['a', '1']
  })
})

test('readProblem: pygeoapi has code and description', () => {
  const body = { type: 'NoSuchJob', code: 'NoSuchJob', description: 'nope' }
  expect(readProblem(body, 404)).toEqual({ apiError: { ...body, status: 404, detail: 'nope' }, reason: 'nope' })
})

test('pygeoapi without a job manager has no type', () => {
  const body = { code: 'InvalidParameterValue', description: 'Error executing process: no name' }
  expect(readProblem(body, 400)).toEqual({
    apiError: { ...body, type: 'InvalidParameterValue', status: 400, detail: body.description },
    reason: body.description
  })
})

test('a code alone is the type and the reason', () => {
  expect(readProblem({ code: 'NoSuchJob' }, 404)).toEqual({
    apiError: { type: 'NoSuchJob', code: 'NoSuchJob', status: 404 },
    reason: 'NoSuchJob'
  })
})

test('FastAPI has a detail that is text or a list', () => {
  expect(readProblem({ detail: 'Not Found' }, 404)).toEqual({
    apiError: { type: 'about:blank', status: 404, detail: 'Not Found' },
    reason: 'Not Found'
  })
  const detail = [{ loc: ['body', 'inputs', 0], msg: 'wrong' }, { loc: [], msg: 'odd' }, { loc: ['a'] }, 'ignored']
  expect(readProblem({ detail }, 422)).toEqual({
    apiError: { type: 'about:blank', status: 422, detail: 'body.inputs.0: wrong; odd' },
    reason: 'body.inputs.0: wrong; odd'
  })
})

test('members of a wrong type are not passed on under the standard’s names', () => {
  expect(readProblem({ type: 5, title: ['a'], status: '404', detail: [1], message: 'no' }, 500)).toEqual({
    apiError: { type: 'about:blank', status: 500, detail: 'no', message: 'no' },
    reason: 'no'
  })
  expect(readProblem({ title: 'a', traceback: 'b' }, 500).apiError).toMatchObject({ traceback: ['b'] })
})

test.each<[body: object, reason: string]>([
  [{ error: 'boom' }, 'boom'],
  [{ error: { code: 5, message: 'boom' } }, 'boom'],
  [{ detail: { msg: 'boom' } }, 'boom'],
  [{ detail: { error: 'boom', other: {} } }, 'boom'],
  [{ exceptions: [{ exceptionCode: 'NoSuchJob', exceptionText: 'boom' }] }, 'boom'],
  [{ exceptions: [{ exceptionText: ['a', 'b'] }, 'ignored', { exceptionText: 'c' }] }, 'a; b; c'],
  [{ error: 'Bad Request', message: 'boom' }, 'boom']
])('the reason of %j', (body, reason) => {
  const { apiError, ...problem } = readProblem(body, 500)
  expect([problem.reason, apiError?.detail]).toEqual([reason, reason])
})

test('an OWS code is the type', () => {
  expect(readProblem({ exceptions: [{ exceptionCode: 'NoSuchJob' }] }, 404).apiError?.type).toBe('NoSuchJob')
})

test('a traceback of null is none, and hides no other', () => {
  const body = { title: 'a', traceback: null, 'x-traceback': ['b'] }
  expect(readProblem(body, 500).apiError?.traceback).toEqual(['b'])
  expect(readProblem({ title: 'a', traceback: null }, 500).apiError).not.toHaveProperty('traceback')
})

test('a reason is one line of at most 400 characters', () => {
  expect(readProblem({ detail: ' a\n\n  b\tc ' }, 400).reason).toBe('a b c')
  const { reason } = readProblem({ detail: 'x'.repeat(5_000) }, 400)
  expect([reason?.length, reason?.slice(-4)]).toEqual([400, 'x...'])
})

test.each([[undefined], [null], ['<html>'], [[1]], [{}], [{ error: {} }], [{ detail: ' ' }]])(
  '%j explains nothing',
  (body) => {
    expect(readProblem(body, 500)).toEqual({})
  }
)

test('a type alone is kept', () => {
  expect(readProblem({ type: 'urn:x' }, 500)).toEqual({ apiError: { type: 'urn:x', status: 500 } })
})
