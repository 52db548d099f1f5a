import type { Replay } from './replay.ts'

const common = {
  server: 'georust/ogcapi',
  source: 'https://github.com/georust/ogcapi',
  evidence: 'a run of 0.3'
} as const

export const georust: readonly Replay[] = [
  {
    ...common,
    title: 'several raw outputs: the boundary is only in the body, and a part without content is a link',
    quirks: ['boundaryInBody', 'elsewhere'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1', outputs: { table: {}, count: {}, names: {} } } },
      {
        request: 'POST /processes/p/execution',
        headers: { 'Content-Type': 'multipart/related' },
        body: [
          'Content-Type: multipart/related; ',
          '\tboundary="4f_1a"',
          '',
          '',
          '--4f_1a',
          'link: <https://replay.example/t.csv>; rel="table"; type="text/csv"',
          'Content-ID: table',
          'Content-Transfer-Encoding: base64',
          '',
          '',
          '--4f_1a',
          'Content-Type: text/plain; charset=utf-8',
          'Content-ID: count',
          'Content-Transfer-Encoding: 7bit',
          '',
          '12',
          '--4f_1a',
          'Content-Type: application/json',
          'Content-ID: names',
          'Content-Transfer-Encoding: base64',
          '',
          'WyJvYWsiXQ==',
          '--4f_1a--',
          ''
        ].join('\r\n')
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: {
      table: ['reference', 'text/csv', 'https://replay.example/t.csv'],
      count: ['value', 'text/plain', '12'],
      names: ['value', 'application/json', ['oak']]
    },
    warned: ['a multipart body has a boundary, but its Content-Type does not name it']
  },
  {
    ...common,
    title: 'the type of an unknown process is the URL of an HTTP status',
    quirks: ['readProblem'],
    exchanges: [
      {
        request: 'GET /processes/nope',
        status: 404,
        headers: { 'Content-Type': 'application/problem+json' },
        body: { type: 'https://httpwg.org/specs/rfc7231.html#status.404', status: 404, detail: 'there is no nope' }
      }
    ],
    call: { process: 'nope' },
    expected: { error: { code: 'http-status', status: 404, apiError: { detail: 'there is no nope' } } }
  }
]
