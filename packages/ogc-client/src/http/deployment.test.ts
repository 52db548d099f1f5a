import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const summary = { id: 'echo', version: '1', mutable: true }
const cwl = { cwlVersion: 'v1.2', class: 'CommandLineTool' }
const application = { executionUnit: { type: 'docker', image: 'a/b:1' } }

test.each([
  ['an application package', application, 'application/ogcapppkg+json', JSON.stringify(application)],
  ['a CWL document', cwl, 'application/cwl+json', JSON.stringify(cwl)],
  ['the text of one', 'cwlVersion: v1.2', 'application/cwl', 'cwlVersion: v1.2']
])('%s is deployed under its own media type', async (_, given, type, body) => {
  const headers = { Location: 'https://ogc.example/base/processes/echo' }
  const server = fakeServer({ 'POST /processes?w=main': json(summary, { status: 201, headers }) })
  const deployed = await clientOf(server).deployProcess(given, { workflow: 'main' })
  expect(deployed).toEqual({ processID: 'echo', isQueued: false, process: summary })
  expect([server.calls[0]?.headers.get('Content-Type'), server.calls[0]?.body]).toEqual([type, body])
})

test('a media type of the call wins', async () => {
  const server = fakeServer({ 'POST /processes': json(summary, { status: 201 }) })
  await clientOf(server).deployProcess('a: 1', {}, { headers: { 'Content-Type': 'application/cwl+yaml' } })
  expect(server.calls[0]?.headers.get('Content-Type')).toBe('application/cwl+yaml')
})

test.each([
  [
    'the Location',
    empty(202, { Location: '/base/processes/my%20echo' }),
    { processID: 'my echo', isQueued: true, process: undefined }
  ],
  ['nothing', empty(202), { processID: undefined, isQueued: true, process: undefined }],
  [
    'a summary inside (weaver)',
    json({ processSummary: { id: 'echo', version: null }, deploymentDone: true }, { status: 201 }),
    { processID: 'echo', isQueued: false, process: { id: 'echo', version: '' } }
  ]
])('a deployment that is answered with %s', async (_, answer, expected) => {
  expect(await clientOf(fakeServer({ 'POST /processes': answer })).deployProcess(application)).toEqual(expected)
})

test('a process that was replaced or undeployed is described anew', async () => {
  const described = (version: string) => json({ id: 'p', version, jobControlOptions: ['sync-execute'] })
  const server = fakeServer({
    'GET /processes/p': [described('1'), described('2'), json({ title: 'gone' }, { status: 404 })],
    'PUT /processes/p': empty(204),
    'DELETE /processes/p': empty(204),
    'POST /processes/p/execution': json({ a: 1 })
  })
  const ogc = clientOf(server)
  await ogc.run('p', {})
  expect(await ogc.replaceProcess('p', cwl)).toEqual({ processID: 'p', isQueued: false, process: undefined })
  await ogc.run('p', {})
  await ogc.undeployProcess('p')
  await rejection(ogc.run('p', {}))
  expect(server.lines().filter((line) => line === 'GET /processes/p')).toHaveLength(3)
})

test.each([
  ['an object', text(JSON.stringify(cwl), 'application/cwl+json'), cwl],
  ['an object', text(JSON.stringify(application), 'application/ogcapppkg+json'), application],
  ['text', text('cwlVersion: v1.2', 'application/cwl'), 'cwlVersion: v1.2']
])('a package is %s', async (_, answer, expected) => {
  const server = fakeServer({ 'GET /processes/echo/package': answer })
  expect(await clientOf(server).getProcessPackage('echo')).toEqual(expected)
  expect(server.calls[0]?.headers.get('Accept')).toMatch(/^application\/ogcapppkg\+json, application\/cwl\+json/)
})

test.each([
  [409, 'duplicated-process'],
  [403, 'immutable-process']
])('a refusal with %i is told by its name', async (status, name) => {
  const type = `http://www.opengis.net/def/exceptions/ogcapi-processes-2/1.0/${name}`
  const ogc = clientOf(fakeServer({ 'POST /processes': json({ type, title: name }, { status }) }))
  expect(await rejection(ogc.deployProcess(cwl))).toMatchObject({ status, exception: name })
})

test.each([
  [undefined, 'undefined'],
  ['', '""'],
  [{}, 'an object']
])('%j is no package', async (given, shown) => {
  expect(await rejection(clientOf(fakeServer({})).deployProcess(given as never))).toMatchObject({
    code: 'invalid-argument',
    message: `package must be an object with executionUnit or cwlVersion, or the text of a CWL document, got ${shown}`
  })
})
