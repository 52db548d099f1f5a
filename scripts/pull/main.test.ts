import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { TestServer } from '../testing/server.ts'
import { goodOverlay, pulled, served, TestWorkplace } from '../testing/workplace.ts'

const upstream = 'specs/pulled/upstream.json'
const structure = `{
  "info": {
    "version": "3"
  },
  "openapi": "3.1.0",
  "paths": {
    "/state": {
      "get": {
        "operationId": "state_get",
        "responses": {
          "200": {}
        }
      }
    }
  }
}
`
const written = { code: 0, text: `${upstream} written. Go on with: npm run generate` }

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

describe('pull', () => {
  test.for([
    ['the base URL', '/openapi.json', ''],
    ['the base URL with a slash', '/openapi.json', '/'],
    ['a base URL with a path', '/api/openapi.json', '/api/'],
    ['the address of the document', '/openapi.json', '/openapi.json'],
    ['an address of another form', '/openapi?f=json', '/openapi?f=json']
  ] as const)('takes %s', async ([, path, from]) => {
    server.answers[path] = [200, JSON.stringify(served)]
    expect(await pull(`${server.origin}${from}`)).toEqual(written)
    expect(await work.read(upstream)).toBe(structure)
  })

  test('follows a redirect and takes YAML', async () => {
    server.answers['/openapi.json'] = [307, '', { location: '/docs/spec.yaml' }]
    server.answers['/docs/spec.yaml'] = [200, stringify(served)]
    expect(await pull(server.origin)).toEqual(written)
    expect(await work.read(upstream)).toBe(structure)
  })

  test.for([
    ['JSON', JSON.stringify(served, undefined, '\t')],
    ['YAML', stringify(served)]
  ] as const)('takes a file in %s', async ([, text]) => {
    await work.write('theirs.txt', text)
    expect(await pull(join(work.root, 'theirs.txt'))).toEqual(written)
    expect(await work.read(upstream)).toBe(structure)
  })

  test('says whether anything changed', async () => {
    server.answers['/openapi.json'] = [200, JSON.stringify(served)]
    await pull(server.origin)
    server.answers['/openapi.json'] = [200, JSON.stringify({ ...served, info: { ...served.info, title: 'Reworded' } })]
    expect(await pull(server.origin)).toEqual({ code: 0, text: `${upstream} is up to date.` })
    server.answers['/openapi.json'] = [200, JSON.stringify({ ...served, info: { version: '4' } })]
    expect(await pull(server.origin)).toEqual({ code: 0, text: `${upstream} updated. Go on with: npm run generate` })
    expect(await work.read(upstream)).toBe(structure.replace('"3"', '"4"'))
  })

  test('generate goes on from there', async () => {
    server.answers['/openapi.json'] = [200, JSON.stringify(served)]
    await pull(server.origin)
    await work.write('specs/pulled/overlay.yaml', goodOverlay)
    expect((await work.generate([], [pulled])).code).toBe(0)
  })
})

describe('what cannot be pulled', () => {
  test.for<[what: string, args: string[], message: RegExp]>([
    [
      'no API',
      ['--from', 'x'],
      /^One API and one source are needed\.\nUsage: npm run specs:pull -- API --from URL\|FILE$/
    ],
    ['no source', ['pulled'], /^One API and one source are needed\.\nUsage: /],
    ['two APIs', ['pulled', 'demo', '--from', 'x'], /^One API and one source are needed\.\nUsage: /],
    ['an unknown option', ['pulled', '--form', 'x'], /^Unknown option '--form'[\s\S]*\nUsage: /],
    ['an unknown API', ['casual', '--from', 'x'], /^There is no API casual, only demo, pulled$/],
    [
      'a contract of our own',
      ['demo', '--from', 'x'],
      /^specs\/demo\/openapi\.yaml is written by hand, there is nothing to pull for it$/
    ],
    ['a broken URL', ['pulled', '--from', 'http://'], /^http:\/\/ is not a URL$/]
  ])('%s', async ([, args, message]) => {
    const before = await work.tree()
    const { code, text } = await work.pull(args)
    expect(text).toMatch(message)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
  })
})

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
    expect(text).toBe('The URL must not contain credentials')
    expect(code).toBe(1)
  })
})
