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

test('without what checks inputs the mock says how to have it as soon as it is imported', async () => {
  const program = `await import(${module('../index.ts')}).catch((error) => console.log(error.message, error.cause.code))`
  expect(await runWithout(['@cfworker/json-schema'], program)).toBe(
    'The mock of @geoclients/ogc-client needs the package @cfworker/json-schema, which cannot be loaded: ' +
      'npm install --save-dev @cfworker/json-schema ERR_MODULE_NOT_FOUND'
  )
})
