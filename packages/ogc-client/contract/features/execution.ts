import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { expect, expectEqual, expectHeader, expectStatus, jsonOf, lastAnswer } from '../expectations.ts'
import { primes, startShort } from '../samples.ts'

const body = JSON.stringify(primes)

/** How the server decides between an answer at once and a job (18-062r2, 7.11.2; RFC 7240). */
export const execution: Area<OgcContext> = {
  title: 'Execution',
  features: [
    {
      id: 'execution.default',
      title: 'Without Prefer, a process with both modes returns its results',
      async run({ ask }) {
        expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body }), 200)
      }
    },
    {
      id: 'execution.async-only',
      title: 'Without Prefer, a process that is only asynchronous starts a job',
      async run({ ask }) {
        const answer = await ask('/processes/tile_thumbnail/execution', { method: 'POST', body: '{}' })
        expectStatus(answer, 201)
      }
    },
    {
      id: 'execution.sync-only',
      title: 'With respond-async, a process that is only synchronous returns its results',
      async run(context) {
        const { results } = await context.ogc.executeProcess('bbox_area', {
          inputs: { bbox: { bbox: [0, 0, 1, 1] } },
          response: 'document'
        })
        expectStatus(lastAnswer(context, 'POST', '/execution'), 200)
        const area = await results?.get('area').json()
        expect(Math.abs(Number(area) - 12_363.68) < 1, `the area is ${area}, expected 12363.68`)
      }
    },
    {
      id: 'execution.respond-async',
      title: 'With respond-async, a process with both modes starts a job and sends its Location',
      async run(context) {
        const { jobID, status, type } = await context.ogc.executeProcess('primes_between', primes)
        const answer = lastAnswer(context, 'POST', '/execution')
        expectStatus(answer, 201)
        expectHeader(answer, 'Location', new RegExp(`/jobs/${jobID}$`))
        expect(/^(accepted|running|successful)$/.test(status), `the status of the job is ${status}`)
        expectEqual('the type of the job', type, 'process')
      }
    },
    {
      id: 'execution.applied-async',
      title: 'Preference-Applied confirms respond-async',
      async run(context) {
        await startShort(context)
        expectHeader(lastAnswer(context, 'POST', '/execution'), 'Preference-Applied', /^respond-async$/)
      }
    },
    {
      id: 'execution.wait',
      title: 'With wait=10, the response has the results, and Preference-Applied confirms it',
      async run({ ask }) {
        const headers = { Prefer: 'wait=10' }
        const answer = await ask('/processes/primes_between/execution', { method: 'POST', body, headers })
        expectStatus(answer, 200)
        expectHeader(answer, 'Preference-Applied', /^wait=10$/)
      }
    },
    {
      id: 'execution.async-wait',
      title: 'With respond-async, wait=1 a run that takes longer becomes a job',
      async run({ ask }) {
        const headers = { Prefer: 'respond-async, wait=1' }
        const sleep = JSON.stringify({ inputs: { duration: 3 } })
        const answer = await ask('/processes/sleep_a_while/execution', { method: 'POST', body: sleep, headers })
        expectStatus(answer, 201)
      }
    },
    {
      id: 'execution.monitor',
      title: 'An immediate response links to the job of the run',
      async run({ ask }) {
        const answer = await ask('/processes/primes_between/execution', { method: 'POST', body })
        expectStatus(answer, 200)
        expectHeader(answer, 'Link', /<[^>]*\/jobs\/[^/>]+>\s*;\s*rel="?monitor/)
      }
    },
    {
      id: 'execution.at-most-once',
      title: 'An execution starts exactly one job',
      async run(context) {
        await startShort(context)
        const { jobs } = await context.ogc.getJobs()
        expectEqual('the number of jobs', jobs.length, 1)
      }
    },
    {
      id: 'execution.location',
      title: 'Location leads to the state of the job',
      async run(context) {
        const job = await context.ogc.submit('primes_between', primes, { mode: 'async' })
        const answer = lastAnswer(context, 'POST', '/execution')
        expectStatus(answer, 201)
        expectHeader(answer, 'Location', /./)
        const response = await context.ogc.fetch(answer.headers.get('Location') ?? '')
        // Version 2.0 calls it id.
        const { id, jobID = id } = (await response.json()) as { id?: unknown; jobID?: unknown }
        expectEqual('the job', jobID, job.id)
      }
    },
    {
      id: 'execution.body',
      title: 'A job is announced with its id, its process and its state',
      async run({ ask }) {
        const headers = { Prefer: 'respond-async' }
        const answer = await ask('/processes/primes_between/execution', { method: 'POST', body, headers })
        expectStatus(answer, 201)
        const { jobID, processID, status, type } = jsonOf(answer) as Record<string, unknown>
        expectEqual('the process of the job', processID, 'primes_between')
        expectEqual('the type of the job', type, 'process')
        expect(typeof jobID === 'string' && typeof status === 'string', 'jobID or status is missing')
      }
    }
  ]
}
