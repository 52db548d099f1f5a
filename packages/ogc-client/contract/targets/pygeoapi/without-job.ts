import type { Deviation } from '@geoclients/contract-core'
import type { JobFilter } from '../../../src/http/job-filter.ts'
import type { Job } from '../../../src/types/job.ts'
import type { JobInfo } from '../../../src/types/wire.ts'
import type { OgcContext } from '../../context.ts'
import { errorOf, expect, expectEqual, expectStatus, lastAnswer } from '../../expectations.ts'
import { failingSleep, longSleep, primes } from '../../samples.ts'
import type { Table } from './results.ts'

type Instead = Deviation<OgcContext>['instead']
type Words = Partial<Pick<Deviation<OgcContext>, 'support' | 'server' | 'client' | 'symptom'>>

/** What cannot be had, because no job is ever kept; what is there instead differs from row to row. */
export function noJob(instead: Instead, words: Words = {}): Deviation<OgcContext> {
  return {
    support: 'no',
    server: 'Answers every execution immediately and keeps no job.',
    client: 'Returns a handle without an id that already has the results.',
    symptom: /: POST \S+: status is 200, expected 201$/,
    ...words,
    instead
  }
}

/** The handle of a run that was to become a job. */
export async function doneAtOnce(context: OgcContext): Promise<Job> {
  const job = await context.ogc.submit('primes_between', primes, { mode: 'async' })
  expectStatus(lastAnswer(context, 'POST', '/execution'), 200)
  expectEqual('the id of the job', job.id, undefined)
  return job
}

async function statesOf(watch: AsyncIterable<JobInfo>): Promise<string[]> {
  const states: string[] = []
  for await (const { status } of watch) states.push(status)
  return states
}

async function has(job: Job, expected: readonly number[]): Promise<void> {
  expectEqual('the results', (await job.results()).toJSON(), { return_value: expected })
}

/** A member of the state that the handle tells. */
function tells(member: string, expected: unknown): Instead {
  return async (context) => {
    const { info } = await doneAtOnce(context)
    expectEqual(`the ${member} of the job`, info[member as keyof typeof info], expected)
  }
}

const rejects: Instead = async ({ ogc }) => {
  const { code, message } = await errorOf(ogc.submit('sleep_a_while', failingSleep, { mode: 'async' }))
  expectEqual('the code of the error', code, 'http-status')
  expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
}

const cannotBeDismissed: Instead = async (context) => {
  const job = await doneAtOnce(context)
  expectEqual('the code of the error', (await errorOf(job.dismiss())).code, 'invalid-argument')
  await has(job, [2, 3, 5, 7])
}

const cannotBeNamed: Instead = async (context) => {
  const job = await doneAtOnce(context)
  const saving = Promise.resolve().then(() => job.toJSON())
  expectEqual('the code of the error', (await errorOf(saving)).code, 'invalid-argument')
}

const lists =
  (filter: JobFilter): Instead =>
  async (context) => {
    await doneAtOnce(context)
    expectEqual('the list', (await context.ogc.getJobs(filter)).jobs, [])
  }

const emptyList = { server: 'Lists no jobs, because it keeps none.', client: 'Returns the empty list.' }
const long = '2000-01-01T00:00:00Z'
const listRows: Readonly<Record<string, Instead>> = {
  state: lists({}),
  limit: lists({ limit: 2 }),
  async next(context) {
    await doneAtOnce(context)
    const { links } = await context.ogc.getJobs({ limit: 2 })
    expect(!links.some(({ rel }) => rel === 'next'), 'the empty list has a next page')
  },
  async iterate(context) {
    await doneAtOnce(context)
    for await (const { jobID } of context.ogc.iterJobs({ limit: 2 })) expect(false, `there is the job ${jobID}`)
  },
  process: lists({ processId: ['primes_between'] }),
  processes: lists({ processId: ['primes_between', 'bbox_area'] }),
  status: lists({ status: ['successful'] }),
  statuses: lists({ status: ['accepted', 'running', 'successful'] }),
  since: lists({ datetime: `${long}/..` }),
  until: lists({ datetime: `../${long}` }),
  'min-duration': lists({ minDuration: 0 }),
  'max-duration': lists({ maxDuration: 3600 }),
  combined: lists({ processId: ['primes_between'], status: ['successful'] })
}

const rows: Readonly<Record<string, Instead>> = {
  async 'execution.respond-async'({ ogc }) {
    const { jobID, status, results } = await ogc.executeProcess('primes_between', primes)
    expectEqual('the job', { jobID, status }, { jobID: '', status: 'successful' })
    expectEqual('the results', results?.toJSON(), { return_value: [2, 3, 5, 7] })
  },
  async 'execution.applied-async'(context) {
    await doneAtOnce(context)
    const applied = lastAnswer(context, 'POST', '/execution').headers.get('Preference-Applied')
    expect(applied !== 'respond-async', 'respond-async is confirmed')
  },
  async 'execution.at-most-once'(context) {
    await has(await doneAtOnce(context), [2, 3, 5, 7])
    expectEqual('the number of executions', context.answers.filter(({ method }) => method === 'POST').length, 1)
  },
  'execution.location': cannotBeNamed,
  'execution.body': tells('processID', 'primes_between'),
  async 'results.again'(context) {
    const job = await doneAtOnce(context)
    for (let times = 0; times < 2; times += 1) await has(job, [2, 3, 5, 7])
  },
  async 'results.too-early'({ ogc }) {
    const job = await ogc.submit('sleep_a_while', { inputs: { duration: 0.2 } }, { mode: 'async' })
    expectEqual('the status', job.status, 'successful')
    expectEqual('the results', (await job.results()).toJSON(), { return_value: 0.2 })
  },
  'results.of-failed': rejects,
  'results.of-dismissed': cannotBeDismissed,
  'jobs.successful': tells('status', 'successful'),
  'jobs.process': tells('processID', 'primes_between'),
  async 'jobs.running'(context) {
    expectEqual('the states', await statesOf((await doneAtOnce(context)).watch()), ['successful'])
  },
  'jobs.progress': tells('progress', undefined),
  'jobs.times': tells('created', undefined),
  'jobs.results-link': tells('links', undefined),
  'jobs.no-early-link': tells('links', undefined),
  'jobs.failed': rejects,
  'jobs.type': tells('type', 'process'),
  'dismiss.accepted': cannotBeDismissed,
  'dismiss.running': cannotBeDismissed,
  'dismiss.kept': tells('status', 'successful'),
  'dismiss.stops': cannotBeDismissed,
  'dismiss.successful': cannotBeDismissed,
  'dismiss.failed': rejects,
  'dismiss.dismissed': cannotBeDismissed,
  'dismiss.media-type': cannotBeDismissed,
  'dismiss.id-not-reused': cannotBeNamed,
  async 'client.wait-timeout'(context) {
    const { status } = await (await doneAtOnce(context)).wait({ waitTimeout: 1 })
    expectEqual('the status', status, 'successful')
  },
  async 'client.dismiss-on-abort'(context) {
    const abort = new AbortController()
    abort.abort()
    const options = { mode: 'async', signal: abort.signal, dismissOnAbort: true } as const
    const { code } = await errorOf(context.ogc.run('sleep_a_while', longSleep, options))
    expectEqual('the code of the error', code, 'aborted')
    expect(!context.answers.some(({ method }) => method === 'DELETE'), 'something was dismissed')
  },
  'client.dismissed-elsewhere': cannotBeNamed,
  async 'client.watch-jobs'(context) {
    const jobs = [await doneAtOnce(context), await doneAtOnce(context)]
    expectEqual('the states', await statesOf(context.ogc.watchJobs(jobs)), ['successful', 'successful'])
  },
  async 'client.watch-filter'(context) {
    await doneAtOnce(context)
    expectEqual('the states', await statesOf(context.ogc.watchJobs({ limit: 10 })), [])
  },
  async 'client.dismiss-twice'(context) {
    await cannotBeDismissed(context)
    await cannotBeDismissed(context)
  }
}

/** All that is about jobs, where there are none. */
export const withoutJob: Table = {
  ...Object.fromEntries(Object.entries(rows).map(([id, instead]) => [id, noJob(instead)])),
  ...Object.fromEntries(
    Object.entries(listRows).map(([name, instead]) => [`job-list.${name}`, noJob(instead, emptyList)])
  )
}
