import type { Area } from '@geoclients/contract-core'
import type { Job } from '../../src/types/job.ts'
import type { JobInfo } from '../../src/types/wire.ts'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException, expectType, lastAnswer } from '../expectations.ts'
import { dismissedJob, failedJob, idOf, startLong, successfulJob, untilStopped } from '../samples.ts'

/** Waits until it is seen to run; fails where it never is, and does not wait for its end. */
async function untilRunning(job: Job): Promise<void> {
  const seen = new AbortController()
  const onProgress = ({ status }: JobInfo): void => {
    if (status === 'running') seen.abort()
  }
  const { code } = await errorOf(job.wait({ waitTimeout: 3_000, signal: seen.signal, onProgress }))
  expect(code === 'aborted', `the job was not seen running: ${code}`)
}

/** A job that has ended is removed when it is dismissed. */
async function expectRemoved({ ogc }: OgcContext, job: Job): Promise<void> {
  const { status } = await ogc.dismissJob(idOf(job))
  expectEqual('the status', status, 'dismissed')
  expectException(await errorOf(ogc.getJob(idOf(job))), 404, 'no-such-job')
}

/** DELETE of a job in each of its states (18-062r2, 13). */
export const dismissal: Area<OgcContext> = {
  title: 'Dismissal',
  features: [
    {
      id: 'dismiss.accepted',
      title: 'A queued job that is dismissed never starts',
      async run(context) {
        const running = [await startLong(context), await startLong(context), await startLong(context)]
        const waiting = await startLong(context)
        const { status } = await context.ogc.dismissJob(idOf(waiting))
        expectEqual('the status', status, 'dismissed')
        for (const job of running) await context.ogc.dismissJob(idOf(job))
        const later = await context.ogc.getJob(idOf(waiting))
        expectEqual(
          'the job',
          { status: later.status, started: later.started },
          { status: 'dismissed', started: undefined }
        )
      }
    },
    {
      id: 'dismiss.running',
      title: 'A running job is dismissed',
      async run(context) {
        const job = await startLong(context)
        await untilRunning(job)
        const { jobID, status } = await context.ogc.dismissJob(idOf(job))
        expectEqual('the job', { jobID, status }, { jobID: job.id, status: 'dismissed' })
      }
    },
    {
      id: 'dismiss.kept',
      title: 'A job that was dismissed during its run can still be read',
      async run(context) {
        const job = await dismissedJob(context)
        expectEqual('the status', (await context.ogc.getJob(idOf(job))).status, 'dismissed')
      }
    },
    {
      id: 'dismiss.stops',
      title: 'The work of a dismissed job stops, and it stays dismissed',
      async run(context) {
        const job = await dismissedJob(context)
        await untilStopped(context, job)
        expectEqual('the status', (await context.ogc.getJob(idOf(job))).status, 'dismissed')
      }
    },
    {
      id: 'dismiss.successful',
      title: 'A successful job is removed',
      run: async (context) => expectRemoved(context, await successfulJob(context))
    },
    {
      id: 'dismiss.failed',
      title: 'A failed job is removed',
      run: async (context) => expectRemoved(context, await failedJob(context))
    },
    {
      id: 'dismiss.dismissed',
      title: 'A dismissed job is removed when it is dismissed again',
      async run(context) {
        const job = await dismissedJob(context)
        await untilStopped(context, job)
        await expectRemoved(context, job)
      }
    },
    {
      id: 'dismiss.unknown',
      title: 'Dismissal of an unknown job returns 404 no-such-job',
      async run({ ogc }) {
        expectException(await errorOf(ogc.dismissJob('nope')), 404, 'no-such-job')
      }
    },
    {
      id: 'dismiss.media-type',
      title: 'Dismissal returns the state of the job as JSON',
      async run(context) {
        await dismissedJob(context)
        expectType(lastAnswer(context, 'DELETE'), 'application/json')
      }
    },
    {
      id: 'dismiss.id-not-reused',
      title: 'The id of a removed job is not reused',
      async run(context) {
        const first = await successfulJob(context)
        await context.ogc.dismissJob(idOf(first))
        const second = await successfulJob(context)
        expect(second.id !== first.id, `the id ${first.id} was given twice`)
      }
    }
  ]
}
