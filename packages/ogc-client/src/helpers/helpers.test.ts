import { OgcClient, OgcError } from '@geoclients/ogc-client'
import { collect, encodeFile, errorText, errorTexts } from '@geoclients/ogc-client/helpers'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'

const mock = createOgcMock()
const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

test('all pages are one array, as long as is wanted', async () => {
  const all = await collect(ogc.iterProcesses({ limit: 2 }))
  expect(all.length).toBeGreaterThan(4)
  const before = mock.requests.length
  expect(await collect(ogc.iterProcesses({ limit: 2 }), { limit: 3 })).toEqual(all.slice(0, 3))
  expect(mock.requests.length - before).toBe(2)
  await expect(collect(ogc.iterProcesses(), { limit: 0 })).rejects.toMatchObject({ code: 'invalid-argument' })
})

test('a file becomes a qualified value, part by part', async () => {
  const bytes = Uint8Array.from({ length: 1_000_000 }, (_, i) => i % 251)
  const told: number[] = []
  const file = new Blob([bytes], { type: 'image/tiff' })
  const encoded = await encodeFile(file, { onProgress: (done, total) => told.push(done / total) })
  expect(encoded).toMatchObject({ encoding: 'base64', mediaType: 'image/tiff' })
  expect(Uint8Array.from(atob(encoded.value), (char) => char.charCodeAt(0))).toEqual(bytes)
  expect(told.length).toBe(3)
  expect(told.at(-1)).toBe(1)
  expect(await encodeFile(new Blob([]))).toEqual({
    value: '',
    encoding: 'base64',
    mediaType: 'application/octet-stream'
  })
})

test('between two parts others have their turn', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  await encodeFile(new Blob([new Uint8Array(2_000_000)]))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
})

test('an encoding can be ended, and refuses what is no file', async () => {
  const controller = new AbortController()
  const file = new Blob([new Uint8Array(2_000_000)])
  const encoding = encodeFile(file, { signal: controller.signal, onProgress: () => controller.abort('enough') })
  await expect(encoding).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
  await expect(encodeFile('text' as never)).rejects.toMatchObject({ code: 'invalid-argument' })
  const gone = {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    size: 5,
    type: ''
  }
  Object.setPrototypeOf(gone, Blob.prototype)
  await expect(encodeFile(new Proxy(file, { get: (_, key) => Reflect.get(gone, key) }))).rejects.toMatchObject({
    code: 'invalid-argument'
  })
})

test.each([
  [
    new OgcError({ code: 'network', message: 'secret detail' }),
    'The service cannot be reached. Check the connection, then try again.'
  ],
  [
    new OgcError({ code: 'http-status', message: '', status: 401 }),
    'You are not logged in, or your login has expired.'
  ],
  [new OgcError({ code: 'http-status', message: '', status: 418 }), 'The service does not accept this request.'],
  [new OgcError({ code: 'http-status', message: '', status: 502 }), 'The service has a problem. Try again later.'],
  [new OgcError({ code: 'http-status', message: '' }), 'The service sent an unexpected response.'],
  [new TypeError('a bug'), 'Something went wrong.'],
  ['text', 'Something went wrong.']
])('%o is told in plain words', (error, text) => {
  expect(errorText(error)).toBe(text)
})

test('texts can be replaced, all or some, and none of them quotes the server', () => {
  const error = new OgcError({ code: 'job-failed', message: 'disk full' })
  expect(errorText(error, { 'job-failed': 'Der Lauf ist gescheitert.' })).toBe('Der Lauf ist gescheitert.')
  expect(errorText(error, { 'job-failed': ({ message }) => `Gescheitert: ${message}` })).toBe('Gescheitert: disk full')
  expect(errorText(error, { network: 'x' })).toBe('The run failed.')
  for (const text of Object.values(errorTexts)) {
    expect(typeof text === 'string' ? text : text(new OgcError({ code: 'http-status', message: 'disk full' }))).toMatch(
      /^[A-Z][^!]*\.$/
    )
  }
})
