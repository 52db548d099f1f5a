import { expect, test } from 'vitest'
import { is$ApiError } from '../errors/$key-error.ts'
import { create$ApiMock } from '../mock/$key-mock.ts'
import { $ApiClient } from './$key-client.ts'

const mock = create$ApiMock({ baseUrl: 'http://$key.test/base' })
const $api = new $ApiClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false })

test.each<[operation: string, call: () => Promise<unknown>, line: string, kind: string]>([
  // each operation
  ['$operation', () => $api.$operation($arguments), '$method $samplePath', '$answerKind'],
  // end
])('%s sends its request and gives what the contract promises', async (_, call, line, kind) => {
  mock.reset()
  expect(typeof (await call())).toBe(kind)
  expect(mock.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([line])
})

test('a failure is the error of this client', async () => {
  mock.failNext({ status: 503, body: { title: 'Busy', detail: 'come back' } })
  // each example
  const error: unknown = await $api.$operation($arguments).catch((reason: unknown) => reason)
  // end
  expect(is$ApiError(error)).toBe(true)
  expect(error).toMatchObject({ code: 'http-status', status: 503, name: '$ApiError', apiError: { detail: 'come back' } })
})

test('an option of a call that nobody knows is refused', async () => {
  const wrong = { timeout: 9, timeOut: 5 }
  // each example
  await expect($api.$operation($before wrong)).rejects.toThrow('unknown member "timeOut"')
  // end
})

test('a setting that nobody knows is refused', () => {
  const options = { baseUrl: mock.baseUrl, baseURL: 'x' }
  expect(() => new $ApiClient(options)).toThrow('unknown member "baseURL"')
})
