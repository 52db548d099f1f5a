import { beforeEach, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { atlas } from '../testing/atlas.ts'
import { pulled, served, upstream } from '../testing/pulled.ts'
import { startServer, type TestServer } from '../testing/server.ts'
import { type Said, TestWorkplace } from '../testing/workplace.ts'

const { openapi } = served
const structure = `${JSON.stringify(
  {
    info: { version: '3' },
    openapi,
    paths: { '/state': { get: { operationId: 'state_get', responses: { 200: {} } } } }
  },
  null,
  2
)}\n`
const json = JSON.stringify(served)
const html = '<!doctype html><html><body>Welcome</body></html>'
const done = (what: string): object => ({ code: 0, text: `${upstream} ${what}. Go on with: npm run generate` })

let work: TestWorkplace
let server: TestServer
beforeEach(async () => {
  work = await TestWorkplace.create({ 'json.txt': json, 'yaml.txt': stringify(served), 'notes.txt': 'Hello' })
  server = await startServer()
})

/** `ORIGIN` and `ROOT` stand for the test's own server and folder. */
const here = (text: string): string => text.replaceAll('ORIGIN', server.origin).replace('ROOT', work.root)
const pull = (...args: string[]): Said => work.pull(args.map(here), [atlas, pulled])

test.for([
  ['the base URL', '/openapi.json', 'ORIGIN'],
  ['the base URL with a slash', '/openapi.json', 'ORIGIN/'],
  ['a base URL with a path', '/api/openapi.json', 'ORIGIN/api/'],
  ['the address of the document', '/openapi.json', 'ORIGIN/openapi.json'],
  ['an address of another form', '/openapi?f=json', 'ORIGIN/openapi?f=json'],
  ['a redirect to YAML', '/openapi.yaml', 'ORIGIN/moved'],
  ['a file in JSON', '', 'ROOT/json.txt'],
  ['a file in YAML', '', 'ROOT/yaml.txt']
] as const)('takes %s', async ([, path, from]) => {
  server.answers[path] = [200, path.endsWith('yaml') ? stringify(served) : json]
  server.answers['/moved'] = [307, '', { location: '/openapi.yaml' }]
  expect(await pull('pulled', '--from', from)).toEqual(done('written'))
  expect(await work.read(upstream)).toBe(structure)
})

test('says whether anything changed', async () => {
  server.answers['/openapi.json'] = [200, json]
  await pull('pulled', '--from', 'ORIGIN')
  server.answers['/openapi.json'] = [200, JSON.stringify({ ...served, info: { ...served.info, title: 'Reworded' } })]
  expect(await pull('pulled', '--from', 'ORIGIN')).toEqual({ code: 0, text: `${upstream} is up to date.` })
  server.answers['/openapi.json'] = [200, JSON.stringify({ ...served, info: { version: '4' } })]
  expect(await pull('pulled', '--from', 'ORIGIN')).toEqual(done('updated'))
  expect(await work.read(upstream)).toBe(structure.replace('"3"', '"4"'))
})

const from = (source: string): string[] => ['pulled', '--from', source]
const usage = '\nUsage: npm run specs:pull -- API --from URL|FILE'

test.for<[what: string, args: string[], message: string, body?: string]>([
  ['no API', ['--from', 'x'], `One API is needed.${usage}`],
  ['no source', ['pulled'], `One source is needed.${usage}`],
  ['two APIs', ['pulled', 'atlas', '--from', 'x'], `One API is needed.${usage}`],
  ['an unknown option', ['pulled', '--form', 'x'], "Unknown option '--form'"],
  ['an unknown API', ['casual', '--from', 'x'], 'There is no API casual, only atlas, pulled'],
  ['a contract of our own', ['atlas', '--from', 'x'], `${atlas.contract} is written by hand, there is nothing to pull`],
  ['a broken URL', from('http://'), 'http:// is not a URL'],
  [
    'a URL with credentials, which are not shown',
    from('http://me:secret@a.test'),
    'The URL must not contain credential'
  ],
  ['a port that is never asked', from('http://127.0.0.1:9/a.json'), 'http://127.0.0.1:9/a.json cannot be reached (bad'],
  ['a closed port', from('http://127.0.0.1:1/a.json'), 'http://127.0.0.1:1/a.json cannot be reached'],
  ['a file that is not there', from('ROOT/gone.json'), 'ROOT/gone.json cannot be read (ENOENT)'],
  ['a file that is no OpenAPI', from('ROOT/notes.txt'), 'ROOT/notes.txt is not an OpenAPI 3 document'],
  ['no document', from('ORIGIN'), 'ORIGIN/ is not an OpenAPI 3 document\nORIGIN/openapi.json answered 404'],
  ['what is no OpenAPI', from('ORIGIN/openapi.json'), 'ORIGIN/openapi.json is not an OpenAPI 3 document', '[]'],
  ['an API without paths', from('ORIGIN/openapi.json'), 'ORIGIN/openapi.json describes no paths', '{"openapi":"3.1.0"}']
])('refuses %s and leaves the tree as it is', async ([, args, message, body]) => {
  server.answers['/'] = [200, html]
  if (body !== undefined) server.answers['/openapi.json'] = [200, body]
  await work.write(upstream, structure)
  const before = await work.tree()
  expect(await pull(...args)).toEqual({
    code: 1,
    text: expect.stringContaining(here(message))
  })
  expect(await work.tree()).toEqual(before)
})
