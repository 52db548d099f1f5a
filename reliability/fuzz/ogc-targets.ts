import { isOgcError, OgcClient, type Results } from '@geoclients/ogc-client'
import { replays } from '../../packages/ogc-client/contract/replays/index.ts'
import { answeredBy, hasty, message, type Target } from './target.ts'

const answers = replays.flatMap(({ exchanges }) => exchanges)
/** Recorded responses to requests of that kind. */
const answersTo = (pattern: RegExp): string[] =>
  answers
    .filter(({ request }) => pattern.test(request))
    .map(({ body, headers, status }) => message(body ?? '', headers, status))

const base = 'https://fuzz.example/ogc'
const links = [
  { href: '/ogc/processes?offset=1', rel: 'next', type: 'application/json' },
  { href: 'https://other.example/x', rel: 'self' }
]
const job = {
  jobID: 'j',
  type: 'process',
  status: 'running',
  progress: 7,
  message: 'at work',
  created: '2026-01-01T00:00:00Z',
  links
}
const process = {
  id: 'p',
  version: '1',
  title: 't',
  inputs: { a: { schema: { type: 'number' } } },
  outputs: { b: { schema: { type: 'string' } } }
}
const problem = {
  type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job',
  title: 'No',
  status: 404,
  detail: 'not there'
}
const problems = [
  message(problem, { 'Content-Type': 'application/problem+json', 'Retry-After': '0' }, 404),
  message({ code: 'NoSuchProcess', description: 'x' }, {}, 400),
  message('<html><title>502</title>', { 'Content-Type': 'text/html' }, 502),
  message({ error: { message: 'x' } }, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 503)
]
const parts = [
  '--b\r\nContent-ID: <a>\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n--b\r\nContent-ID: c\r\n\r\ntext\r\n--b--\r\n',
  '--b\r\nContent-Disposition: attachment; name="é"\r\nContent-Location: https://store.example/x\r\n\r\n\r\n--b--'
]
const linkHeader = '<https://store.example/a>; rel="a"; type="image/tiff"; title*=UTF-8\'\'x, </b>; rel=b'

async function readAll(results: Results): Promise<void> {
  for (const [, output] of results) {
    // Each reading may fail alone.
    for (const read of ['json', 'text', 'arrayBuffer'] as const) await output[read]().catch(pass)
  }
}

function pass(error: unknown): void {
  if (!isOgcError(error)) throw error
}

function target(name: string, seeds: readonly string[], read: (ogc: OgcClient) => Promise<unknown>): Target {
  return {
    name,
    seeds: [...seeds, ...problems],
    read: answeredBy((fetch) => {
      const ogc = new OgcClient({ baseUrl: base, fetch, ...hasty(), onWarning: () => {} })
      return read(ogc).finally(() => ogc.close())
    }),
    isOurs: isOgcError
  }
}

async function firstFew(items: AsyncIterable<unknown>): Promise<void> {
  let count = 0
  for await (const _ of items) if (++count === 20) return
}

export const ogcTargets: readonly Target[] = [
  target('landing page', [message({ title: 't', links })], (ogc) => ogc.getCapabilities()),
  target(
    'conformance',
    [message({ conformsTo: ['http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core'] })],
    (ogc) => ogc.getConformance()
  ),
  target(
    'process list',
    [message({ processes: [process], links }, { Link: '</ogc/processes?offset=2>; rel="next"' })],
    (ogc) => firstFew(ogc.iterProcesses())
  ),
  target('process description', [message(process), ...answersTo(/^GET \/processes\/[^/]+$/)], (ogc) =>
    ogc.getProcess('p')
  ),
  target(
    'job list',
    [message({ jobs: [job, { ...job, jobID: 'k' }], links }), ...answersTo(/^GET \/jobs($|\?)/)],
    (ogc) => firstFew(ogc.iterJobs())
  ),
  target('job', [message(job), ...answersTo(/^GET \/jobs\/[^/]+$/)], (ogc) => ogc.getJob('j')),
  target('dismissal', [message({ ...job, status: 'dismissed' }), ...answersTo(/^DELETE/)], (ogc) =>
    ogc.dismissJob('j')
  ),
  target(
    'execution',
    [message(job, { Location: '/ogc/jobs/j' }, 201), message({ b: 'x' }), ...answersTo(/^POST/)],
    async (ogc) => {
      const started = await ogc.submit('p', { inputs: { a: 1 } }, { mode: 'sync' })
      if (started.status === 'successful') await readAll(await started.results())
    }
  ),
  target(
    'results',
    [
      message({ a: 1, b: { value: 'x', mediaType: 'text/plain' }, c: { href: '/ogc/c', type: 'image/tiff' } }),
      message({ a: { value: 'AAEC', encoding: 'base64', mediaType: 'image/png' } }),
      message('', { Link: linkHeader }, 204),
      ...parts.map((part) => message(part, { 'Content-Type': 'multipart/related; boundary=b' })),
      ...answersTo(/results/)
    ],
    async (ogc) => readAll(await ogc.getJobResults('j'))
  )
]
