import { ClientError, isClientError } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { fakeJob } from '../testing/fake-job.ts'
import { isOgcError, makeOgcError, OgcError } from './ogc-error.ts'

const base = 'www.opengis.net/def/exceptions/ogcapi-processes'

test.each([
  [`http://${base}-1/1.0/no-such-process`, 'no-such-process'],
  [`https://${base}-1/1.0/result-not-ready`, 'result-not-ready'],
  [`http://${base}-2/1.0/immutable-process`, 'immutable-process'],
  ['NoSuchJob', 'no-such-job'],
  ['about:blank', undefined],
  [`http://elsewhere.example/${base}-1/1.0/no-such-process`, undefined]
])('the type %s is the exception %s', (type, exception) => {
  expect(makeOgcError({ code: 'http-status', message: 'm', apiError: { type } }).exception).toBe(exception)
})

test('an OgcError is a ClientError with what the server said', () => {
  const apiError = { type: 'urn:x', title: 'T' }
  const error = new OgcError({ code: 'http-status', message: 'm', status: 404, apiError })
  expect([error instanceof ClientError, error instanceof Error, isClientError(error), isOgcError(error)]).toEqual([
    true,
    true,
    true,
    true
  ])
  expect([error.name, error.message, error.apiError]).toEqual(['OgcError', 'm', apiError])
  expect('job' in error).toBe(false)
  expect(String(error)).toBe('OgcError: m')
})

test('an abort keeps the name that platforms give it', () => {
  const error = new OgcError({ code: 'aborted', message: 'm' })
  expect([error.name, isOgcError(error)]).toEqual(['AbortError', true])
})

test('what is no OgcError is told apart', () => {
  const other = new ClientError({ code: 'network', message: 'm' })
  expect([other, new Error('m'), null, undefined, 'm', { code: 'network' }].map(isOgcError)).toEqual(
    Array(6).fill(false)
  )
})

test('an error of another copy of the package is one too', async () => {
  const copy = (await import('./ogc-error.ts?copy' as string)) as typeof import('./ogc-error.ts')
  const error = copy.makeOgcError({ code: 'network', message: 'm' })
  expect([error instanceof OgcError, isOgcError(error)]).toEqual([false, true])
})

test('neither the job nor all of the server’s words are printed or stored with it', async () => {
  const { job } = await fakeJob([])
  const error = new OgcError({ code: 'job-failed', message: 'm', job, apiError: { type: 'urn:x' } })
  expect([error.job, Object.keys(error)]).toEqual([job, ['code']])
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    ...{ name: 'OgcError', code: 'job-failed', message: 'm', errorType: 'urn:x' }
  })
})

test('it is stored with the exception and a detail of one line', () => {
  const type = `http://${base}-1/1.0/no-such-process`
  const apiError = { type, title: 'T', detail: `a\n${'b'.repeat(1_000)}`, traceback: ['secret'], inputs: 'secret' }
  const stored = new OgcError({ code: 'http-status', message: 'm', status: 404, apiError }).toJSON()
  expect(stored).toEqual({
    ...{ name: 'OgcError', code: 'http-status', message: 'm', status: 404 },
    ...{ exception: 'no-such-process', errorType: type, detail: `a ${'b'.repeat(395)}...` }
  })
})
