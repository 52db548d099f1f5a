import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import {
  errorOf,
  expect,
  expectEqual,
  expectException,
  expectHeader,
  expectStatus,
  jsonOf,
  lastAnswer
} from '../../expectations.ts'
import { idOf, ndvi, primes, successfulJob } from '../../samples.ts'

const profile = /\/ogc-results>; rel="?profile/

/** What version 2.0 does otherwise with states and results (18-062r3, 7.11 to 7.14). */
export const version2Results: Area<OgcContext> = {
  title: 'States and results of version 2.0',
  features: [
    {
      id: 'v2.state',
      title: 'A job has an id, the URI of its process, the API that runs it, and its request',
      async run(context) {
        const { jobID, processID, type } = await context.ogc.getJob(idOf(await successfulJob(context)))
        const wire = jsonOf(lastAnswer(context, 'GET')) as Record<string, unknown>
        expectEqual('jobID and type of the wire', [wire.jobID, wire.type], [undefined, undefined])
        expect(
          /^https?:\/\/.*\/processes\/primes_between$/.test(String(wire.processID)),
          `processID is ${wire.processID}`
        )
        expectEqual('the request', wire.request, primes)
        expectEqual('what the client gives', [jobID, processID, type], [wire.id, 'primes_between', 'process'])
      }
    },
    {
      id: 'v2.exception',
      title: 'A failed job has the exception in its state, and no other request is needed',
      async run(context) {
        const failing = { inputs: { duration: 0.2, fail: true } }
        const { apiError } = await errorOf(context.ogc.run('sleep_a_while', failing, { mode: 'async' }))
        expectEqual('the reason', apiError?.detail, 'Woke up too early')
        expect(!context.answers.some(({ path }) => path.endsWith('/results')), 'the results were asked for')
      }
    },
    {
      id: 'v2.none-sync',
      title: 'A synchronous run without requested outputs returns 204 and has none',
      async run(context) {
        const results = await context.ogc.run('primes_between', { ...primes, outputs: {} }, { mode: 'sync' })
        expectStatus(lastAnswer(context, 'POST'), 204)
        expectEqual('the outputs', results.size, 0)
      }
    },
    {
      id: 'v2.none-async',
      title: 'A job without requested outputs succeeds, and its results return 404 result-not-available',
      async run({ ogc }) {
        const job = await ogc.submit('primes_between', { ...primes, outputs: {} }, { mode: 'async' })
        expectEqual('the outputs', (await job.results()).size, 0)
        expectException(await errorOf(ogc.getJobResults(idOf(job))), 404, 'result-not-available')
      }
    },
    {
      id: 'v2.several',
      title: 'Several outputs are returned as a map, with its profile',
      async run(context) {
        const results = await context.ogc.run('ndvi_statistics', ndvi, { mode: 'sync' })
        expectHeader(lastAnswer(context, 'POST'), 'Link', profile)
        expectEqual('mean', await results.get('mean').json(), 0.5)
      }
    },
    {
      id: 'v2.minimal',
      title: 'With return=minimal, large outputs are links, and the client follows them',
      async run(context) {
        const results = await context.ogc.run('ndvi_statistics', ndvi, { return: 'minimal', mode: 'async' })
        expectHeader(lastAnswer(context, 'GET', '/results'), 'Preference-Applied', /^return=minimal$/)
        expectEqual('the kinds', [results.get('mean').kind, results.get('preview').kind], ['value', 'reference'])
        const bytes = new Uint8Array(await results.get('preview').arrayBuffer())
        expectEqual('the first bytes', [...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
      }
    },
    {
      id: 'v2.outputs',
      title: 'Single results of a job can be requested, and an unknown one returns 400 no-such-output',
      async run({ ogc }) {
        const job = await ogc.submit('ndvi_statistics', ndvi, { mode: 'async' })
        await job.wait()
        const results = await ogc.getJobResults(idOf(job), { outputs: ['mean', 'extent'] })
        expectEqual('the ids', [...results].map(([id]) => id).sort(), ['extent', 'mean'])
        expectException(await errorOf(ogc.getJobResults(idOf(job), { outputs: ['nope'] })), 400, 'no-such-output')
      }
    },
    {
      id: 'v2.profile',
      title: 'With the results profile, even a single output is a map',
      async run({ ask }) {
        const path = '/processes/primes_between/execution?profile=ogc-results'
        const answer = await ask(path, { method: 'POST', body: JSON.stringify(primes) })
        expectHeader(answer, 'Link', profile)
        expectEqual('the map', jsonOf(answer), { return_value: [2, 3, 5, 7] })
      }
    },
    {
      id: 'v2.one-output',
      title: 'Each output of a job has its own URL and media type',
      async run({ ogc }) {
        const job = await ogc.submit('ndvi_statistics', ndvi, { mode: 'async' })
        await job.wait()
        const preview = await ogc.getJobResult(idOf(job), 'preview')
        expectEqual('the media type', preview.mediaType, 'image/png')
        const statistics = await ogc.getJobResult(idOf(job), 'statistics')
        expectEqual('the mean', ((await statistics.json()) as { mean?: unknown }).mean, 0.5)
        expectException(await errorOf(ogc.getJobResult(idOf(job), 'nope')), 400, 'no-such-output')
      }
    },
    {
      id: 'v2.one-value',
      title: 'Each value of an array output has its own URL',
      async run({ ogc, ...context }) {
        const job = await successfulJob({ ogc, ...context })
        const item = await ogc.getJobResultItem(idOf(job), 'return_value', 3)
        expectEqual('the fourth prime', await item.json(), 7)
        expectHeader(lastAnswer({ ogc, ...context }, 'GET'), 'OGC-Output-Values-Count', /^4$/)
      }
    },
    {
      id: 'v2.early',
      title: 'An output of an unfinished job returns 404 result-not-ready',
      async run({ ogc }) {
        const job = await ogc.submit('sleep_a_while', { inputs: { duration: 30 } }, { mode: 'async' })
        expectException(await errorOf(ogc.getJobResult(idOf(job), 'return_value')), 404, 'result-not-ready')
      }
    }
  ]
}
