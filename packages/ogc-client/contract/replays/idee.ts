import type { Replay } from './replay.ts'

export const idee: readonly Replay[] = [
  {
    server: 'IDEE',
    // The post describes the process and its outputs; the failing job routes are from our notes.
    source: 'https://blog-idee.blogspot.com/2024/01/',
    evidence: 'notes of this project',
    title: 'a response with results has a Location whose job routes fail: the body wins',
    quirks: ['isJobInfo'],
    exchanges: [
      {
        request: 'GET /processes/getElevation',
        body: { id: 'getElevation', version: '1.0.0', outputs: { id: {}, values: {} } }
      },
      {
        request: 'POST /processes/getElevation/execution',
        headers: { Location: 'https://replay.example/base/jobs/e1' },
        body: { id: 'GetElevation', values: [612.4, 598.1] }
      },
      {
        request: 'GET /jobs/e1',
        status: 500,
        headers: { 'Content-Type': 'text/html' },
        body: '<h1>Internal Server Error</h1>'
      }
    ],
    call: { run: 'getElevation' },
    expected: { id: ['value', undefined, 'GetElevation'], values: ['value', undefined, [612.4, 598.1]] }
  }
]
