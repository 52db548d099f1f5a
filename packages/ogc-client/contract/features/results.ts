import type { Area, Feature } from '@geoclients/contract-core'
import type { Results } from '../../src/results/results.ts'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException, expectStatus, fail, lastAnswer } from '../expectations.ts'
import { dismissedJob, failedJob, failingSleep, idOf, primes, startLong, successfulJob } from '../samples.ts'
import { echo, pointFeature } from './inputs.ts'
import { type ResultCell, resultCells } from './result-cells.ts'

type Mode = 'sync' | 'async'

/** What the client reads for a cell, whatever the server made of the request: the outputs that were wanted are there. */
export async function readsCell(
  context: OgcContext,
  { processId, request, outputs }: ResultCell,
  mode: Mode
): Promise<void> {
  const job = await context.ogc.submit(processId, request, { mode })
  const results = await job.results()
  for (const [id, check] of Object.entries(outputs)) await check(results.get(id))
}

async function expectOutputs(results: Results, { outputs }: ResultCell): Promise<void> {
  // Asked by id first: a single output that comes at once without one has the id that it is asked for.
  for (const [id, check] of Object.entries(outputs)) await check(results.get(id))
  expectEqual('the ids of the outputs', [...results].map(([id]) => id).sort(), Object.keys(outputs).sort())
}

function syncFeature(cell: ResultCell): Feature<OgcContext> {
  return {
    id: `results.sync.${cell.id}`,
    title: `At once, ${cell.title}`,
    async run(context) {
      const job = await context.ogc.submit(cell.processId, cell.request, { mode: 'sync' })
      const answer = lastAnswer(context, 'POST', '/execution')
      expect(answer.status !== 201, 'POST …/execution: status is 201, expected results')
      cell.answer(answer)
      await expectOutputs(await job.results(), cell)
    }
  }
}

function jobFeature(cell: ResultCell): Feature<OgcContext> {
  return {
    id: `results.job.${cell.id}`,
    title: `Of a job, ${cell.title}`,
    async run(context) {
      const job = await context.ogc.submit(cell.processId, cell.request, { mode: 'async' })
      expectStatus(lastAnswer(context, 'POST', '/execution'), 201)
      const results = await job.results()
      cell.answer(lastAnswer(context, 'GET', '/results'))
      await expectOutputs(results, cell)
    }
  }
}

/** The result matrix of an execution that is answered at once (18-062r2, 7.11.4). */
export const syncResults: Area<OgcContext> = {
  title: 'Immediate results',
  features: resultCells.map(syncFeature)
}

/** The same matrix for the results of a job (18-062r2, 7.13), and when there are none. */
export const jobResults: Area<OgcContext> = {
  title: 'Results of a job',
  features: [
    ...resultCells.map(jobFeature),
    {
      id: 'results.again',
      title: 'Results can be fetched more than once',
      async run({ ogc, ...context }) {
        const job = await successfulJob({ ogc, ...context })
        for (let times = 0; times < 2; times += 1) {
          const results = await ogc.getJobResults(idOf(job))
          expectEqual('the results', await results.get('return_value').json(), [2, 3, 5, 7])
        }
      }
    },
    {
      id: 'results.null',
      title: 'A null inside a result is kept',
      async run(context) {
        const feature = { ...pointFeature, properties: null }
        expectEqual('the value', await echo(context, 'feature', feature), feature)
      }
    },
    {
      id: 'results.of-sync',
      title: 'A synchronous run keeps its results at the linked job',
      async run(context) {
        const job = await context.ogc.submit('primes_between', primes, { mode: 'sync' })
        const answer = lastAnswer(context, 'POST', '/execution')
        expectStatus(answer, 200)
        const link = answer.headers.get('Link') ?? fail('POST …/execution: header Link is missing')
        expect(/rel="?monitor/.test(link), `there is no link of relation monitor in ${link}`)
        const kept = await context.ogc.getJobResults(idOf(job))
        expectEqual('the results', await kept.get('return_value').json(), [2, 3, 5, 7])
      }
    },
    {
      id: 'results.too-early',
      title: 'Results of an unfinished job return 404 result-not-ready',
      async run(context) {
        const job = await startLong(context)
        expectException(await errorOf(context.ogc.getJobResults(idOf(job))), 404, 'result-not-ready')
      }
    },
    {
      id: 'results.of-failed',
      title: 'Results of a failed job return an error with the reason',
      async run(context) {
        const job = await failedJob(context)
        const { message, status } = await errorOf(context.ogc.getJobResults(idOf(job)))
        expect((status ?? 0) >= 400, `status is ${status}, expected that of an error`)
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    {
      id: 'results.of-failed-sync',
      title: 'A synchronous run that fails returns an error with the reason, which names its job',
      async run(context) {
        const { code, message, job } = await errorOf(context.ogc.run('sleep_a_while', failingSleep, { mode: 'sync' }))
        const { status } = lastAnswer(context, 'POST', '/execution')
        expect(status >= 400, `POST …/execution: status is ${status}, expected that of an error`)
        expectEqual('the code of the error', code, 'job-failed')
        expectEqual('the state of the job', (await job?.refresh())?.status, 'failed')
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    {
      id: 'results.of-dismissed',
      title: 'Results of a dismissed job return an error other than result-not-ready',
      async run(context) {
        const job = await dismissedJob(context)
        // Which one the standard leaves open.
        const { exception } = await errorOf(context.ogc.getJobResults(idOf(job)))
        expect(exception !== 'result-not-ready', 'the exception is result-not-ready, as if waiting would help')
      }
    },
    {
      id: 'results.of-unknown',
      title: 'Results of an unknown job return 404 no-such-job',
      async run({ ogc }) {
        expectException(await errorOf(ogc.getJobResults('nope')), 404, 'no-such-job')
      }
    }
  ]
}
