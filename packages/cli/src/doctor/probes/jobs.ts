import { isOgcError } from '@geoclients/ogc-client'
import { type Finding, no, type Patient, type Probe, partly, yes } from '../probe.ts'

/** Checks jobs without starting one: unknown jobs must have the right exception. */
export const probeJobs: Probe = async (patient) => {
  const { ogc, signal, ask } = patient
  const id = crypto.randomUUID()
  const list = await ask('/jobs')
  return [
    await noSuchJob('An unknown job returns 404 no-such-job', ogc.getJob(id, { signal })),
    await noSuchJob('Results of an unknown job return 404 no-such-job', ogc.getJobResults(id, { signal })),
    await noSuchJob('Dismissal of an unknown job returns 404 no-such-job', ogc.dismissJob(id, { signal })),
    ...(list.status === 200 ? await filters(patient) : [])
  ]
}

async function noSuchJob(feature: string, call: Promise<unknown>): Promise<Finding> {
  const error: unknown = await call.catch((reason: unknown) => reason)
  if (!isOgcError(error)) return no(feature, 'Responds as if it existed.', 'Returns what the server sent.')
  if (error.exception === 'no-such-job' && error.status === 404) return yes(feature)
  if (error.exception === 'no-such-job')
    return partly(feature, `Returns ${error.status}.`, 'Recognises it by its name.')
  return no(feature, `Returns ${error.status}.`, 'Rejects with the status.')
}

const limit = 'A limit of 0 is refused in the list of jobs'
const status = 'An unknown status is refused in the list of jobs'

async function filters({ ask }: Patient): Promise<Finding[]> {
  const zero = await ask('/jobs?limit=0')
  const nonsense = await ask('/jobs?status=no-such-status')
  return [
    zero.status === 400 ? yes(limit) : no(limit, `Returns ${zero.status}.`, 'Refuses such a limit before it is sent.'),
    nonsense.status === 400
      ? yes(status)
      : no(status, `Returns ${nonsense.status}.`, 'Sends any status, because servers have non-standard ones.')
  ]
}
