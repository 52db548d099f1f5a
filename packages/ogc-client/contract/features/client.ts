import type { Area } from '@geoclients/contract-core'
import type { Job, SavedJob } from '../../src/types/job.ts'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual } from '../expectations.ts'
import { failingSleep, idOf, longSleep, ndvi, primes, sleep, startLong, startShort } from '../samples.ts'

async function startTwo(context: OgcContext): Promise<readonly [Job, Job]> {
  return [await startShort(context), await context.ogc.submit('sleep_a_while', sleep, { mode: 'async' })]
}

/** The last state of each job that is told of those that are watched. */
async function endsOf(
  { ogc }: OgcContext,
  watched: Parameters<OgcContext['ogc']['watchJobs']>[0],
  jobs: readonly Job[]
): Promise<unknown[]> {
  const last = new Map<string, string>()
  for await (const { jobID, status } of ogc.watchJobs(watched)) last.set(jobID, status)
  return jobs.map((job) => last.get(idOf(job)))
}

/** What people want to say, and what depends on the server in it: the same everywhere where jobs are made and kept. */
export const client: Area<OgcContext> = {
  title: 'The client',
  features: [
    ...(['auto', 'sync', 'async'] as const).map((mode) => ({
      id: `client.run-${mode}`,
      title: `run gives the results by the id of the output (mode ${mode})`,
      run: async ({ ogc }: OgcContext) => {
        const results = await ogc.run('primes_between', primes, { mode })
        expectEqual('the return value', await results.get('return_value').json(), [2, 3, 5, 7])
        expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
      }
    })),
    {
      id: 'client.run-several',
      title: 'run returns several results by their ids',
      async run({ ogc }) {
        const results = await ogc.run('ndvi_statistics', { ...ndvi, response: 'document' })
        expectEqual('the mean', await results.get('mean').json(), 0.5)
        expectEqual('the number of outputs', results.size, 4)
      }
    },
    {
      id: 'client.run-file',
      title: 'run returns a file as its bytes',
      async run({ ogc }) {
        const results = await ogc.run('tile_thumbnail', { inputs: { size: 8 }, response: 'document' })
        const bytes = new Uint8Array(await results.get('thumbnail').arrayBuffer())
        expectEqual('the first bytes', [...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
      }
    },
    {
      id: 'client.run-fails',
      title: 'run rejects with the reason of the failure',
      async run({ ogc }) {
        const { code, message, job } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'async' }))
        expectEqual('the code of the error', code, 'job-failed')
        expectEqual('the status of the job', job?.status, 'failed')
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    {
      id: 'client.progress',
      title: 'run reports the job from its start to its end',
      async run({ ogc }) {
        const seen: string[] = []
        await ogc.run('sleep_a_while', sleep, { mode: 'async', onProgress: ({ status }) => seen.push(status) })
        expect(seen.length > 1, `only ${seen.join(', ')} was told`)
        expectEqual('the last status', seen.at(-1), 'successful')
      }
    },
    {
      id: 'client.wait-timeout',
      title: 'A wait ends at its time limit, and the job continues',
      async run(context) {
        const job = await startLong(context)
        const { code } = await errorOf(job.wait({ waitTimeout: 200 }))
        expectEqual('the code of the error', code, 'wait-timeout')
        const { status } = await context.ogc.getJob(idOf(job))
        expect(status === 'accepted' || status === 'running', `the job is ${status}`)
      }
    },
    {
      id: 'client.dismiss-on-abort',
      title: 'An abort dismisses the job if dismissOnAbort is set',
      async run(context) {
        await startLong(context)
        const abort = new AbortController()
        const onProgress = (): void => abort.abort()
        const options = { mode: 'async', signal: abort.signal, dismissOnAbort: true, onProgress } as const
        const { code } = await errorOf(context.ogc.run('sleep_a_while', longSleep, options))
        expectEqual('the code of the error', code, 'aborted')
        expect(
          context.answers.some(({ method }) => method === 'DELETE'),
          'the job was not dismissed'
        )
      }
    },
    {
      id: 'client.dismissed-elsewhere',
      title: 'A wait ends when the job is dismissed by somebody else',
      async run({ ogc, connect, ...context }) {
        const job = await startLong({ ogc, connect, ...context })
        const waiting = errorOf(job.wait())
        await connect().dismissJob(idOf(job))
        expectEqual('the code of the error', (await waiting).code, 'job-dismissed')
      }
    },
    {
      id: 'client.saved-job',
      title: 'Another client can resume a saved job and read its results',
      async run({ ogc, connect }) {
        const job = await ogc.submit('primes_between', primes, { mode: 'async' })
        const saved = JSON.parse(JSON.stringify(job)) as SavedJob
        const results = await connect().job(saved).results()
        expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
      }
    },
    {
      id: 'client.job-by-id',
      title: 'A job is resumed by its id alone, and its outputs have their names',
      async run({ ogc, connect }) {
        const job = await ogc.submit('primes_between', primes, { mode: 'async' })
        const results = await connect().job(idOf(job)).results()
        expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
      }
    },
    {
      id: 'client.watch-jobs',
      title: 'Several jobs are watched at the same time, by handle and by id, until they end',
      async run(context) {
        const jobs = await startTwo(context)
        expectEqual('the ends', await endsOf(context, [jobs[0], idOf(jobs[1])], jobs), ['successful', 'successful'])
      }
    },
    {
      id: 'client.watch-filter',
      title: 'The jobs of the list are watched until they end',
      async run(context) {
        const jobs = await startTwo(context)
        expectEqual('the ends', await endsOf(context, { limit: 10 }, jobs), ['successful', 'successful'])
      }
    },
    {
      id: 'client.dismiss-twice',
      title: 'A handle that dismissed its job knows that it ended',
      async run(context) {
        const job = await startLong(context)
        await job.dismiss()
        expectEqual('the status', (await job.refresh()).status, 'dismissed')
        expectEqual('the code of the error', (await errorOf(job.results())).code, 'job-dismissed')
      }
    }
  ]
}
