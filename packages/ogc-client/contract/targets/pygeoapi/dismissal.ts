import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import { errorOf, expectEqual, expectType, lastAnswer } from '../../expectations.ts'
import { dismissedJob, idOf, startLong } from '../../samples.ts'
import type { Table } from './results.ts'

type Words = Pick<Deviation<OgcContext>, 'support' | 'server' | 'client' | 'symptom'>

const removed: Words = {
  support: 'partly',
  server: 'Removes the job immediately, whatever its state. The run itself continues.',
  client: 'Knows the end of a job only if it dismissed the job itself.',
  symptom: /^http-status: GET \S+ returned 404/
}

/** Dismissed once, a job is gone. */
async function isGone(context: OgcContext): Promise<void> {
  const job = await startLong(context)
  expectEqual('the status', (await job.dismiss()).status, 'dismissed')
  expectEqual('the status of the handle', (await job.refresh()).status, 'dismissed')
  expectEqual('the status of the answer', (await errorOf(context.ogc.getJob(idOf(job)))).status, 404)
}

/** Where pygeoapi deviates when a job is dismissed. */
export const dismissal: Table = {
  'dismiss.accepted': { ...removed, instead: isGone },
  'dismiss.running': {
    ...removed,
    server: 'Reports accepted until the job ends. Removes it immediately if it is dismissed.',
    symptom: /: the job was not seen running: wait-timeout$/,
    instead: isGone
  },
  'dismiss.kept': { ...removed, instead: isGone },
  'dismiss.stops': { ...removed, instead: isGone },
  'dismiss.dismissed': {
    ...removed,
    async instead(context) {
      const job = await dismissedJob(context)
      expectEqual('the status of the answer', (await errorOf(context.ogc.dismissJob(idOf(job)))).status, 404)
    }
  },
  'dismiss.media-type': {
    support: 'partly',
    server: 'Labels the JSON text/html.',
    client: 'Reads it.',
    symptom: /: media type is text\/html, expected application\/json$/,
    async instead(context) {
      const job = await startLong(context)
      expectEqual('the status', (await context.ogc.dismissJob(idOf(job))).status, 'dismissed')
      expectType(lastAnswer(context, 'DELETE'), 'text/html')
    }
  },
  'client.dismissed-elsewhere': {
    support: 'partly',
    server: 'Removes a dismissed job immediately, so the reason for its absence is lost.',
    client: 'The wait rejects with status 404.',
    symptom: /: the code of the error is "http-status", expected "job-dismissed"$/,
    async instead({ ogc, connect, ...context }) {
      const job = await startLong({ ogc, connect, ...context })
      const waiting = errorOf(job.wait())
      await connect().dismissJob(idOf(job))
      expectEqual('the status of the answer', (await waiting).status, 404)
    }
  }
}
