import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import {
  errorOf,
  expect,
  expectEqual,
  expectException,
  expectHeader,
  expectStatus,
  lastAnswer
} from '../../expectations.ts'
import { primes } from '../../samples.ts'

/** Job Management (24-051). */
export const jobManagement: Area<OgcContext> = {
  title: 'Part 4: jobs that start later',
  features: [
    {
      id: 'manage.create',
      title: 'A job is created, and does not start by itself',
      async run({ ogc, ...context }) {
        const { jobID, status, processID } = await ogc.createJob('primes_between', primes)
        const answer = lastAnswer({ ogc, ...context }, 'POST', '/jobs')
        expectStatus(answer, 201)
        expectHeader(answer, 'Location', new RegExp(`/jobs/${jobID}$`))
        expectEqual('the job', [status, processID], ['created', 'primes_between'])
        const { code, job } = await errorOf(ogc.job(jobID).wait())
        expectEqual('the code of the error', [code, job?.id], ['job-not-started', jobID])
        expectException(await errorOf(ogc.getJobResults(jobID)), 404, 'result-not-ready')
      }
    },
    {
      id: 'manage.start',
      title: 'A job is changed, started and waited for, and its results are those of the change',
      async run({ ogc, ...context }) {
        const { jobID } = await ogc.createJob('primes_between', primes)
        await ogc.updateJob(jobID, { inputs: { min_val: 10, max_val: 20 } })
        expect(
          [200, 204].includes(lastAnswer({ ogc, ...context }, 'PATCH').status),
          'PATCH was not answered with 200 or 204'
        )
        const { status } = await ogc.startJob(jobID)
        expectStatus(lastAnswer({ ogc, ...context }, 'POST', '/results'), 200)
        expect(/^(?:accepted|running|successful)$/.test(status), `the status is ${status}`)
        const results = await ogc.job(jobID).results()
        expectEqual('the primes', await results.get('return_value').json(), [11, 13, 17, 19])
      }
    },
    {
      id: 'manage.definition',
      title: 'A job gives its definition and its inputs',
      async run({ ogc }) {
        const { jobID } = await ogc.createJob('primes_between', primes)
        const { process, inputs } = await ogc.getJobDefinition(jobID)
        expect(process?.endsWith('/processes/primes_between') === true, `the process is ${process}`)
        expectEqual('the inputs of the definition', inputs, primes.inputs)
        expectEqual('the inputs', (await ogc.getJobInputs(jobID)).inputs, primes.inputs)
      }
    },
    {
      id: 'manage.locked',
      title: 'A started job cannot be changed or started again: 423 locked',
      async run({ ogc }) {
        const { jobID } = await ogc.createJob('sleep_a_while', { inputs: { duration: 30 } })
        await ogc.startJob(jobID)
        expectException(await errorOf(ogc.updateJob(jobID, { inputs: {} })), 423, 'locked')
        expectException(await errorOf(ogc.startJob(jobID)), 423, 'locked')
      }
    },
    {
      id: 'manage.filter',
      title: 'Jobs that have not been started are listed for the status `created` only',
      async run({ ogc }) {
        const { jobID } = await ogc.createJob('primes_between', primes)
        const idsOf = async (status: string): Promise<string[]> =>
          (await ogc.getJobs({ status: [status] })).jobs.map((job) => job.jobID)
        expectEqual('what is created', await idsOf('created'), [jobID])
        expectEqual('what is accepted', await idsOf('accepted'), [])
        await ogc.startJob(jobID)
        expectEqual('what is created after the start', await idsOf('created'), [])
      }
    },
    {
      id: 'manage.dismiss',
      title: 'A job that has not been started can be dismissed',
      async run({ ogc }) {
        const { jobID } = await ogc.createJob('primes_between', primes)
        expectEqual('the status', (await ogc.dismissJob(jobID)).status, 'dismissed')
      }
    },
    {
      id: 'manage.refusals',
      title: 'A job with bad inputs or of an unknown process is not created',
      async run({ ogc }) {
        const { status } = await errorOf(ogc.createJob('primes_between', { inputs: { max_val: 1_000 } }))
        expectEqual('the status', status, 400)
        expectException(await errorOf(ogc.createJob('nope', {})), 404, 'no-such-process')
        expectEqual('the jobs', (await ogc.getJobs()).jobs, [])
      }
    }
  ]
}
