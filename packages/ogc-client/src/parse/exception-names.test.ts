import { expect, test } from 'vitest'
import { OgcError } from '../errors/ogc-error.ts'
import { clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'
import { exceptionNamed, missingResource } from './exception-names.ts'

test.each([
  ['http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job', 'no-such-job'],
  ['https://www.opengis.net/def/exceptions/ogcapi-processes-2/1.0/immutable-process', 'immutable-process'],
  ['http://www.opengis.net/def/rel/ogc/1.0/exception/no-such-process', 'no-such-process'],
  ['http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/results-not-ready', 'result-not-ready'],
  ['NoSuchProcess', 'no-such-process'],
  ['NoSuchJob', 'no-such-job'],
  ['ResultNotReady', 'result-not-ready'],
  ['InvalidParameterValue', 'invalid-parameter-value'],
  ['MissingParameterValue', 'missing-parameter-value'],
  ['permission denied', 'permission-denied'],
  ['no-such-job', 'no-such-job']
])('exceptionNamed: %s is the exception %s', (type, exception) => {
  expect(exceptionNamed(type)).toBe(exception)
  expect(new OgcError({ code: 'http-status', message: '', apiError: { type } }).exception).toBe(exception)
})

test.each([
  [undefined],
  ['about:blank'],
  ['process'],
  ['Error'],
  ['HTTP'],
  ['urn:x'],
  ['https://example.com/errors/no-such-job'],
  ['a sentence, about something']
])('%s is no exception', (type) => {
  expect(exceptionNamed(type)).toBeUndefined()
})

test.each([
  ['invalid-parameter-value', 404, 'https://h/base/jobs/1', 'no-such-job'],
  ['not-found', 404, 'https://h/jobs/1/results?f=json', 'no-such-job'],
  ['not-found', 404, 'https://h/processes/jobs/execution', 'no-such-process'],
  ['invalid-parameter-value', 404, 'https://h/processes/p/', 'no-such-process'],
  ['invalid-parameter-value', 404, 'https://h/jobs', 'invalid-parameter-value'],
  ['invalid-parameter-value', 400, 'https://h/jobs/1', 'invalid-parameter-value'],
  ['result-not-ready', 404, 'https://h/jobs/1/results', 'result-not-ready'],
  [undefined, 404, 'https://h/jobs/1', undefined]
])('missingResource: %s with %i at %s is %s', (exception, status, url, expected) => {
  expect(missingResource(exception, status, url)).toBe(expected)
})

test('a client’s error names what is missing, and keeps what the server said', async () => {
  const body = { code: 'InvalidParameterValue', type: 'InvalidParameterValue', description: 'j' }
  const error = await rejection(clientOf(fakeServer({ 'GET /jobs/j': json(body, { status: 404 }) })).getJob('j'))
  expect(error).toMatchObject({ exception: 'no-such-job', apiError: { type: 'InvalidParameterValue', detail: 'j' } })
})
