import type { Area } from '@geoclients/contract-core'
import type { JobInfo } from '../../src/types/wire.ts'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException, fail, jsonOf, lastAnswer } from '../expectations.ts'
import { failedJob, idOf, sleep, startShort, successfulJob } from '../samples.ts'

/** The states of a job that is seen running, oldest first. */
export async function statesOfSleep(context: OgcContext): Promise<JobInfo[]> {
  await startShort(context)
  const job = await context.ogc.submit('sleep_a_while', sleep, { mode: 'async' })
  const states: JobInfo[] = []
  for await (const state of job.watch()) states.push(state)
  return states
}

/** The state of a job (18-062r2, 7.12). */
export const jobs: Area<OgcContext> = {
  title: 'Jobs',
  features: [
    {
      id: 'jobs.successful',
      title: 'A job ends with the status successful',
      async run(context) {
        const { jobID, status } = await context.ogc.getJob(idOf(await successfulJob(context)))
        expectEqual('the state', { jobID: typeof jobID, status }, { jobID: 'string', status: 'successful' })
      }
    },
    {
      id: 'jobs.process',
      title: 'A job names its process',
      async run(context) {
        const { processID } = await context.ogc.getJob(idOf(await successfulJob(context)))
        expectEqual('processID', processID, 'primes_between')
      }
    },
    {
      id: 'jobs.running',
      title: 'A running job has the status running',
      async run(context) {
        const states = (await statesOfSleep(context)).map(({ status }) => status)
        expect(states.includes('running'), `the job was ${[...new Set(states)].join(', ')}, and never running`)
      }
    },
    {
      id: 'jobs.progress',
      title: 'A job reports its progress, which only grows',
      async run(context) {
        const steps = (await statesOfSleep(context)).flatMap(({ progress = -1 }) => progress)
        const between = steps.filter((step) => step > 0 && step < 100)
        expect(new Set(between).size > 1, `the progress was ${[...new Set(steps)].join(', ')}`)
        expectEqual(
          'the progress',
          steps,
          steps.toSorted((a, b) => a - b)
        )
      }
    },
    {
      id: 'jobs.times',
      title: 'A job reports when it was created, started and finished',
      async run(context) {
        const { created, started, finished } = await context.ogc.getJob(idOf(await successfulJob(context)))
        const times = [created, started, finished].map((time) => Date.parse(time ?? ''))
        expect(!times.some(Number.isNaN), 'a time is missing')
        expectEqual(
          'the order of the times',
          times,
          times.toSorted((a, b) => a - b)
        )
      }
    },
    {
      id: 'jobs.results-link',
      title: 'A successful job links to its results',
      async run(context) {
        const job = await successfulJob(context)
        const { links = [] } = await context.ogc.getJob(idOf(job))
        const rel = 'http://www.opengis.net/def/rel/ogc/1.0/results'
        const { href } = links.find((link) => link.rel === rel) ?? fail(`there is no link of relation ${rel}`)
        expect(href.endsWith(`/jobs/${job.id}/results`), `the link leads to ${href}`)
      }
    },
    {
      id: 'jobs.no-early-link',
      title: 'An unfinished job has no link to results',
      async run(context) {
        await statesOfSleep(context)
        const early = context.answers.filter(({ method, path }) => method === 'GET' && /^\/jobs\/[^/]+$/.test(path))
        const linked = early.map((answer) => jsonOf(answer) as JobInfo).filter(({ status }) => status !== 'successful')
        const links = linked.flatMap(({ links = [] }) => links ?? [])
        expect(!links.some(({ rel }) => rel?.endsWith('/results')), 'a job links to results that are not there')
      }
    },
    {
      id: 'jobs.failed',
      title: 'A failed job gives the reason',
      async run(context) {
        const job = await failedJob(context)
        const { status, message } = await context.ogc.getJob(idOf(job))
        expectEqual('the status', status, 'failed')
        expect(message?.includes('Woke up too early') === true, `the message is ${message}`)
      }
    },
    {
      id: 'jobs.unknown',
      title: 'An unknown job returns 404 no-such-job',
      async run({ ogc }) {
        expectException(await errorOf(ogc.getJob('nope')), 404, 'no-such-job')
      }
    },
    {
      id: 'jobs.type',
      title: 'A job is of type process',
      async run(context) {
        await context.ogc.getJob(idOf(await successfulJob(context)))
        const { type } = jsonOf(lastAnswer(context, 'GET')) as { type?: unknown }
        expectEqual('the type', type, 'process')
      }
    }
  ]
}
