import { runWithout } from '@geoclients/mock-core/testing'
import { expect, test } from 'vitest'

const module = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)

test('fetch and serve need no package', async () => {
  const program = `
    import { createCasMock } from ${module('../index.ts')}
    import { serve } from ${module('./index.ts')}
    const mock = createCasMock()
    const server = await serve(mock)
    const answers = [await mock.fetch(mock.baseUrl + '/health'), await fetch(server.url + '/health')]
    await server.close()
    console.log(answers.map(({ status }) => status).join())`
  expect(await runWithout(['msw', '@cfworker/json-schema'], program)).toBe('200,200')
})

test('handlers for msw need msw, and say how to have it', async () => {
  const program = `
    import { createCasMock } from ${module('../index.ts')}
    import { mswHandlers } from ${module('../msw.ts')}
    await mswHandlers(createCasMock()).catch((error) => console.log(error.message, error.cause.code))`
  expect(await runWithout(['msw'], program)).toBe(
    'mswHandlers needs the package msw, which cannot be loaded: npm install --save-dev msw ERR_MODULE_NOT_FOUND'
  )
})
