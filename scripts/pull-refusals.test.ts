import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestServer } from './test-server.ts'
import { served, TestWorkplace } from './test-workplace.ts'

let work: TestWorkplace
let server: TestServer
beforeEach(async () => {
  work = await TestWorkplace.create()
  server = await TestServer.start()
})
afterEach(async () => {
  await server.stop()
  await work.dispose()
})

const pull = (from: string): Promise<{ code: number; text: string }> => work.pull(['pulled', '--from', from])

describe('what is no OpenAPI is refused and leaves the tree as it is', () => {
  const html = '<!doctype html><html><body>Welcome</body></html>'

  test.for<[what: string, body: string, message: string]>([
    ['HTML', html, 'is not an OpenAPI 3 document'],
    ['other JSON', '{"status":"ok"}', 'is not an OpenAPI 3 document'],
    ['a list', '[]', 'is not an OpenAPI 3 document'],
    ['nothing', '', 'is not an OpenAPI 3 document'],
    ['Swagger 2', '{"swagger":"2.0","paths":{"/a":{}}}', 'is not an OpenAPI 3 document'],
    ['a number for a version', '{"openapi":3.1,"paths":{"/a":{}}}', 'is not an OpenAPI 3 document'],
    ['an API without paths', '{"openapi":"3.1.0","paths":{}}', 'describes no paths'],
    ['broken JSON', '{"openapi":', 'is not YAML: ']
  ])('%s', async ([, body, message]) => {
    server.answers['/openapi.json'] = [200, JSON.stringify(served)]
    await pull(server.origin)
    const before = await work.tree()
    server.answers['/openapi.json'] = [200, body]
    const { code, text } = await pull(`${server.origin}/openapi.json`)
    expect(text).toContain(`${server.origin}/openapi.json ${message}`)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
  })

  test('both addresses are named where neither has one', async () => {
    server.answers['/'] = [200, html]
    expect(await pull(server.origin)).toEqual({
      code: 1,
      text: `${server.origin}/ is not an OpenAPI 3 document\n${server.origin}/openapi.json answered 404`
    })
  })

  test('a closed port', async () => {
    await server.stop()
    expect(await pull(`${server.origin}/openapi.json`)).toEqual({
      code: 1,
      text: `${server.origin}/openapi.json cannot be reached (ECONNREFUSED)`
    })
  })

  test('a port that is never asked', async () => {
    const address = 'http://127.0.0.1:9/openapi.json'
    expect(await pull(address)).toEqual({ code: 1, text: `${address} cannot be reached (bad port)` })
  })

  test('a file that is not there, and one that is no OpenAPI', async () => {
    expect(await pull(join(work.root, 'gone.json'))).toEqual({
      code: 1,
      text: `${join(work.root, 'gone.json')} cannot be read (ENOENT)`
    })
    await work.write('notes.txt', 'Hello')
    expect((await pull(join(work.root, 'notes.txt'))).text).toMatch(/notes\.txt is not an OpenAPI 3 document$/)
  })

  test('a URL with credentials, which are not shown', async () => {
    const { code, text } = await pull(server.origin.replace('//', '//me:secret@'))
    expect(text).toBe('The URL must not hold credentials')
    expect(code).toBe(1)
  })
})
