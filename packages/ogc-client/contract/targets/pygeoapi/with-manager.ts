import type { Deviation } from '@geoclients/contract-core'
import type { JobInfo } from '../../../src/types/wire.ts'
import type { OgcContext } from '../../context.ts'
import { errorOf, expect, expectEqual, expectHeader, expectStatus, lastAnswer } from '../../expectations.ts'
import { failingSleep, idOf, primes, successfulJob } from '../../samples.ts'
import type { Table } from './results.ts'

const inLocation: Pick<Deviation<OgcContext>, 'support' | 'server' | 'client'> = {
  support: 'partly',
  server: 'For a run with immediate results, names the job in Location, without a monitor link.',
  client: 'Reads the id of the job from there.'
}

async function keepsJob(context: OgcContext): Promise<void> {
  const job = await context.ogc.submit('primes_between', primes, { mode: 'sync' })
  const answer = lastAnswer(context, 'POST', '/execution')
  expectStatus(answer, 200)
  expectHeader(answer, 'Location', new RegExp(`/jobs/${idOf(job)}$`))
  const kept = await context.ogc.getJobResults(idOf(job))
  expectEqual('the results', await kept.get('return_value').json(), [2, 3, 5, 7])
}

async function statesOfNap({ ogc }: OgcContext): Promise<JobInfo[]> {
  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 0.5 } }, { mode: 'async' })
  const states: JobInfo[] = []
  for await (const state of job.watch()) states.push(state)
  return states
}

/** Where pygeoapi deviates in what it does with jobs. */
export const withManager: Table = {
  'conformance.jobs': {
    support: 'partly',
    server: 'Declares neither, though both work.',
    client: 'Sends the request, whatever the server declares.',
    symptom: /: conformance classes are not declared: job-list, dismiss$/,
    async instead(context) {
      const job = await successfulJob(context)
      expectEqual('the number of jobs', (await context.ogc.getJobs()).jobs.length, 1)
      expectEqual('the status', (await job.dismiss()).status, 'dismissed')
    }
  },
  'processes.job-control': {
    support: 'partly',
    server: 'Claims that every process can run as a job, even if it cannot.',
    client: 'Accepts the immediate results.',
    symptom: /: jobControlOptions of bbox_area is \["sync-execute","async-execute"\], expected \["sync-execute"\]$/,
    async instead({ ogc }) {
      const inputs = { bbox: { bbox: [0, 0, 1, 1] } }
      const results = await ogc.run('bbox_area', { inputs }, { mode: 'async' })
      expect(Number(await results.get('area').json()) > 12_000, 'the area is missing')
    }
  },
  'execution.wait': {
    support: 'partly',
    server: 'Returns the results immediately. Preference-Applied contains wait without its number.',
    client: 'Does not need it.',
    symptom: /: header Preference-Applied is wait, expected /,
    async instead({ ask }) {
      const headers = { Prefer: 'wait=10' }
      const answer = await ask('/processes/primes_between/execution', { method: 'POST', body: '{}', headers })
      expectHeader(answer, 'Preference-Applied', /^wait$/)
    }
  },
  'execution.monitor': { ...inLocation, symptom: /: header Link is missing$/, instead: keepsJob },
  'results.of-sync': { ...inLocation, symptom: /: header Link is missing$/, instead: keepsJob },
  'execution.body': {
    support: 'partly',
    server: 'Omits the process.',
    client: 'Adds it.',
    symptom: /: the process of the job is undefined, expected "primes_between"$/,
    async instead({ ogc }) {
      expectEqual('processID', (await ogc.executeProcess('primes_between', primes)).processID, 'primes_between')
    }
  },
  'errors.input-async': {
    support: 'no',
    server: 'Starts a job, which fails.',
    client: 'Rejects with the reason if you wait for the job.',
    symptom: /: status is 201, expected 400$/,
    async instead({ ogc }) {
      const { code, message } = await errorOf(
        ogc.run('primes_between', { inputs: { max_val: 1000 } }, { mode: 'async' })
      )
      expectEqual('the code of the error', code, 'job-failed')
      expect(message.includes('max_val'), `the reason is not told: ${message}`)
    }
  },
  'results.of-failed': {
    support: 'partly',
    server: 'Returns 400 "job failed". The reason is only in the state of the job.',
    client: 'Rejects with that. `run`, `wait` and `results` of a job report the reason.',
    symptom: /: the reason is not told: GET \S+ returned 400( BAD REQUEST)?: job failed$/,
    async instead({ ogc }) {
      const { code, message } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'async' }))
      expectEqual('the code of the error', code, 'job-failed')
      expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
    }
  },
  'jobs.running': {
    support: 'no',
    server: 'Reports accepted until the job ends.',
    client: 'Waits for it anyway.',
    symptom: /: the job was accepted, successful, and never running$/,
    async instead(context) {
      const states = (await statesOfNap(context)).map(({ status }) => status)
      expectEqual('the states', [...new Set(states)], ['accepted', 'successful'])
    }
  },
  'jobs.progress': {
    support: 'no',
    server: 'Reports 5 until the job ends, then 100.',
    client: 'Returns what the server sent.',
    symptom: /: the progress was (-1, )?5, 100$/,
    async instead(context) {
      const steps = (await statesOfNap(context)).flatMap(({ progress = 5 }) => progress)
      expectEqual('the progress', [...new Set(steps)], [5, 100])
    }
  },
  'jobs.no-early-link': {
    support: 'partly',
    server: 'Links to the results immediately.',
    client: 'Follows no link before the job is done.',
    symptom: /: a job links to results that are not there$/,
    async instead(context) {
      const job = await context.ogc.submit('sleep_a_while', { inputs: { duration: 0.5 } }, { mode: 'async' })
      expectEqual('the results', (await job.results()).toJSON(), { return_value: 0.5 })
      const asked = context.answers.filter(({ path }) => path.endsWith('/results'))
      expectEqual('the number of requests for results', asked.length, 1)
    }
  }
}
