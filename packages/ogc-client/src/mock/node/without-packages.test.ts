import { runWithout } from '@geoclients/mock-core/testing'
import { expect, test } from 'vitest'

const module = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)

test('fetch and serve do without msw', async () => {
  const program = `
    import { createOgcMock } from ${module('../index.ts')}
    import { serve } from ${module('./index.ts')}
    const mock = createOgcMock()
    const server = await serve(mock)
    const answers = [await mock.fetch(mock.baseUrl + '/processes'), await fetch(server.url + '/processes')]
    await server.close()
    console.log(answers.map(({ status }) => status).join())`
  expect(await runWithout(['msw'], program)).toBe('200,200')
})

test('handlers for msw need msw, and say how to have it', async () => {
  const program = `
    import { createOgcMock } from ${module('../index.ts')}
    import { mswHandlers } from ${module('../msw.ts')}
    await mswHandlers(createOgcMock()).catch((error) => console.log(error.message))`
  expect(await runWithout(['msw'], program)).toMatch(/ needs the package msw, .* npm install --save-dev msw$/)
})

test('without what checks inputs the mock describes itself, and says how to have it as soon as inputs are given', async () => {
  const program = `
    import { createOgcMock } from ${module('../index.ts')}
    for (const dialect of ['strict', '2.0', 'wraptile', 'pygeoapi']) {
      const mock = createOgcMock({ dialect })
      console.log((await mock.fetch(mock.baseUrl + '/processes')).status)
      const headers = { 'Content-Type': 'application/json' }
      await mock
        .fetch(mock.baseUrl + '/processes/primes_between/execution', { method: 'POST', headers, body: '{"inputs":{}}' })
        .catch((error) => console.log(error.message, error.cause.code))
    }`
  const told =
    'The mock of @geoclients/ogc-client needs the package @cfworker/json-schema, which cannot be loaded: ' +
    'npm install --save-dev @cfworker/json-schema ERR_MODULE_NOT_FOUND'
  expect(await runWithout(['@cfworker/json-schema'], program)).toBe(Array(4).fill(`200\n${told}`).join('\n'))
})

test('without what reads YAML the mock deploys JSON, and says how to have it', async () => {
  const program = `
    import { createOgcMock } from ${module('../index.ts')}
    const mock = createOgcMock({ dialect: '2.0' })
    const headers = { 'Content-Type': 'application/cwl' }
    for (const body of ['{"id":"a"}', 'id: b'])
      await mock.fetch(mock.baseUrl + '/processes', { method: 'POST', headers, body }).then(
        ({ status }) => console.log(status),
        ({ message }) => console.log(message)
      )`
  expect(await runWithout(['yaml'], program)).toMatch(/^201\nA mock .* that reads CWL as YAML needs the package yaml,/)
})

test('the mock can be required: nothing that it loads awaits at its top level', async () => {
  const program = `
    import { createRequire } from 'node:module'
    const require = createRequire(${module('./index.ts')})
    const { createOgcMock } = require('../index.ts')
    const mock = createOgcMock()
    const headers = { 'Content-Type': 'application/json' }
    const url = mock.baseUrl + '/processes/primes_between/execution'
    const response = await mock.fetch(url, { method: 'POST', headers, body: '{"inputs":{"min_val":90}}' })
    console.log(JSON.stringify(await response.json()))`
  expect(await runWithout([], program)).toBe('[97]')
})
