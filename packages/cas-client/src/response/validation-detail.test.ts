import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { envelope, point } from '../testing/samples.ts'

const batch = 'POST /attributes/api/v1/extract/batch'

/** The error of a batch whose request was found wrong so. */
function errorOf(detail: unknown, message: unknown = 'Request validation failed') {
  const body = envelope('validation_error', message as string, { detail })
  const service = fakeService({ [batch]: json(body, { status: 422 }) })
  return rejection(clientOf(service).batchExtract({ geometries: [point], datasetIds: ['a:b'] }))
}

test('each fault comes with its place and what was found there', async () => {
  const loc = ['body', 'geometries', 1, 'type']
  const { detail, message } = await errorOf([
    { type: 'string_pattern_mismatch', loc, msg: 'String should match', input: 'Feature', ctx: { pattern: '^P' } },
    { type: 'missing', loc: ['body'], msg: 'Field required', input: null }
  ])
  expect(detail).toEqual([
    { type: 'string_pattern_mismatch', loc, msg: 'String should match', input: '"Feature"' },
    { type: 'missing', loc: ['body'], msg: 'Field required', input: 'null' }
  ])
  expect(message).toBe(
    'POST https://cas.example/attributes/api/v1/extract/batch returned 422: ' +
      'Request validation failed: body.geometries.1.type: String should match; body: Field required'
  )
})

test('what the service echoes is cut, wherever one looks', async () => {
  const echo = Array.from({ length: 1001 }, (_, i) => ({ type: 'Point', coordinates: [i / 100, -12.3456] }))
  expect(JSON.stringify(echo).length).toBeGreaterThan(37_000)
  const error = await errorOf([
    { type: 'too_long', loc: ['body', 'geometries'], msg: 'List should have at most 1000 items', input: echo }
  ])
  expect(error).toMatchObject({ errorType: 'validation_error', status: 422 })
  expect(error.detail?.[0]?.input).toHaveLength(80)
  expect(error.detail?.[0]?.input).toMatch(/^\[\{"type":"Point".*\.\.\.$/)
  const { stack = '', ...shown } = {
    ...{ message: error.message, detail: JSON.stringify(error.detail), json: JSON.stringify(error) },
    ...{ stack: error.stack, inspected: inspect(error, { depth: null, showHidden: true, maxStringLength: null }) }
  }
  for (const text of [...Object.values(shown), stack]) {
    expect(text.length).toBeLessThan(5_000)
    expect(text).not.toContain('[0.05,-12.3456]') // the sixth point
  }
})

test('a long message of one fault is cut', async () => {
  const error = await errorOf([{ type: 'x', loc: ['body'], msg: 'y'.repeat(1000), input: 1 }])
  expect(error.detail?.[0]?.msg).toBe(`${'y'.repeat(197)}...`)
})

test('many faults are all in the detail, and the first ones in the message', async () => {
  const faults = Array.from({ length: 60 }, (_, i) => ({ type: 'x', loc: ['body', i], msg: 'no', input: i }))
  const error = await errorOf(faults)
  expect(error.detail).toHaveLength(60)
  expect(error.message).toMatch(/failed: body\.0: no; body\.1: no; .*\.\.\.$/)
  expect(error.message.length).toBeLessThan(500)
})

test('a fault of another form is read as far as it goes', async () => {
  const odd = JSON.parse('{"type": 7, "loc": ["body", null, {}, 3], "msg": {"toString": 1, "valueOf": 1}}')
  const { detail } = await errorOf([odd, 'oops', null, { loc: 'body', msg: 'm', type: 't' }])
  expect(detail).toEqual([
    { type: '', loc: ['body', 3], msg: '' },
    { type: 't', loc: [], msg: 'm' }
  ])
})

test.each([[undefined], ['oops'], [[]], [['oops']], [{ msg: 'm' }]])('the detail %j is none', async (given) => {
  const error = await errorOf(given)
  expect('detail' in error).toBe(false)
  expect(error.message).toMatch(/ 422: Request validation failed$/)
})

test('without a message the faults are the reason', async () => {
  const error = await errorOf([{ type: 'x', loc: ['query', 'limit'], msg: 'too small', input: '0' }], null)
  expect(error.message).toMatch(/ 422: query\.limit: too small$/)
})
