import { expect, test } from 'vitest'
import { baseUrl, clientOf, type FakeServer, fakeServer, json, type SeenCall, text } from '../testing/fake-server.ts'

/** The only request that was made. */
function only({ calls }: FakeServer): SeenCall {
  expect(calls).toHaveLength(1)
  return calls[0] as SeenCall
}

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const created = { jobID: 'j1', type: 'process', status: 'accepted' }

test('what a call wants of its own answer is not asked of the requests beside it', async () => {
  const server = fakeServer({
    'GET /jobs/j1/results': text('II*', 'image/tiff'),
    'GET /jobs/j1': json({ ...created, processID: 'ndvi' }),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { image: { schema: {} } } })
  })
  const headers = { accept: 'image/tiff', Authorization: 'Bearer mine' }
  const results = await clientOf(server).getJobResults('j1', { headers })
  expect(results.get('image')).toMatchObject({ kind: 'bytes', mediaType: 'image/tiff' })
  expect(server.calls.map(headersOf)).toEqual([
    { accept: 'image/tiff', authorization: 'Bearer mine' },
    { accept: 'application/json', authorization: 'Bearer mine' },
    { accept: 'application/json', authorization: 'Bearer mine' }
  ])
})

test('headers of a call win over the defaults, whatever their case', async () => {
  const server = fakeServer({
    'GET /jobs': json({ jobs: [] }),
    'POST /processes/p/execution': json(created, { status: 201 })
  })
  const ogc = clientOf(server, { headers: { 'X-Project': 'a', 'X-Trace': 'b' }, accessToken: 't0ken' })
  await ogc.getJobs({}, { headers: { accept: 'application/problem+json', 'x-project': 'c' } })
  await ogc.executeProcess('p', {}, { headers: { prefer: 'wait=10' } })
  expect(headersOf(server.calls[0] as SeenCall)).toEqual({
    accept: 'application/problem+json',
    'x-project': 'c',
    'x-trace': 'b',
    authorization: 'Bearer t0ken'
  })
  expect(server.calls[1]?.headers.get('Prefer')).toBe('wait=10')
})

test('a base path is kept, with or without a slash at its end', async () => {
  for (const url of [baseUrl, `${baseUrl}/`, `${baseUrl}//`]) {
    const server = fakeServer({ 'GET /conformance': json({ conformsTo: [] }) })
    await clientOf(server, { baseUrl: url }).getConformance()
    expect(server.lines()).toEqual(['GET /conformance'])
  }
})

test('the path map reaches what the methods do not: a CWL package is sent as it stands', async () => {
  const server = fakeServer({ 'POST /processes': json({ id: 'p', version: '1' }, { status: 201 }) })
  const cwl = 'cwlVersion: v1.2\nclass: Workflow\n'
  const { data, response } = await clientOf(server).api.POST('/processes', {
    body: cwl,
    headers: { 'Content-Type': 'application/cwl+yaml' }
  })
  expect([data, response.status]).toEqual([{ id: 'p', version: '1' }, 201])
  expect(only(server).body).toBe(cwl)
  expect(only(server).headers.get('Content-Type')).toBe('application/cwl+yaml')
})

test('fetch is the pipeline: relative to the base URL, with credentials', async () => {
  const server = fakeServer({ 'GET /store/a.tif': text('II*', 'image/tiff') })
  const response = await clientOf(server, { accessToken: 't0ken' }).fetch('store/a.tif', {
    headers: { Range: 'bytes=0-2' }
  })
  expect(await response.text()).toBe('II*')
  expect(headersOf(only(server))).toEqual({ authorization: 'Bearer t0ken', range: 'bytes=0-2' })
})

test('close ends what is under way and what comes, and may be called again', async () => {
  const server = fakeServer({})
  const ogc = clientOf(server)
  const call = ogc.getJobs()
  ogc.close()
  ogc.close()
  await expect(call).rejects.toMatchObject({ code: 'closed', message: 'the client was closed' })
  await expect(ogc.getConformance()).rejects.toMatchObject({ code: 'closed' })
})

test('a client that goes out of scope is closed', async () => {
  let leaked: ReturnType<typeof clientOf>
  {
    using ogc = clientOf(fakeServer({}))
    leaked = ogc
  }
  await expect(leaked.getJobs()).rejects.toMatchObject({ code: 'closed' })
})
