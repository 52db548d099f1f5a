import { type Route, sendBytes } from '@geoclients/mock-core'
import { requireAccepted } from '../answers/json-answer.ts'
import { toBytes, toContentType } from '../answers/output-value.ts'
import { dismissed, Problem, resultNotReady } from '../answers/problems.ts'
import { answerResults } from '../answers/results.ts'
import { resultsMediaType } from '../jobs/delivery.ts'
import { jobState } from '../jobs/job.ts'
import type { World } from '../world.ts'

/** The results of a job, and the resources that references point to. */
export function resultsRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      template: '/jobs/{jobID}/results',
      handle: ({ request, baseUrl, param }) => answerJobResults(world, param('jobID'), request, baseUrl)
    },
    {
      method: 'GET',
      template: '/results-store/{jobID}/{outputID}',
      handle: ({ request, param }) => {
        const job = world.jobs.get(param('jobID'))
        const output = job.delivery.outputs.find(({ id }) => id === param('outputID'))
        const value = output && 'outputs' in job.outcome ? job.outcome.outputs[output.id] : undefined
        const { status } = jobState(job, world.clock.now())
        if (output === undefined || value === undefined || status !== 'successful') {
          throw new Problem(404, `Job '${job.id}' has no result '${param('outputID')}'.`)
        }
        return sendBytes(request, toBytes(value, output), toContentType(output.mediaType), () =>
          new Problem(416, 'The range lies outside of the result.').toResponse(request)
        )
      }
    }
  ]
}

/** @throws Problem if the job has no results, or `Accept` does not allow them */
export function answerJobResults(
  { jobs, clock }: World,
  jobId: string,
  request: Request,
  baseUrl: string,
  headers?: HeadersInit
): Response {
  const job = jobs.get(jobId)
  const { delivery, outcome } = job
  const { status } = jobState(job, clock.now())
  if (status === 'dismissed') throw dismissed(jobId)
  if (status === 'accepted' || status === 'running') throw resultNotReady(jobId, status)
  if ('failure' in outcome) throw new Problem(outcome.failure.status, outcome.failure.message)
  const mediaType = resultsMediaType(delivery)
  if (mediaType !== undefined) requireAccepted(request, mediaType)
  return answerResults({ jobId, delivery, outputs: outcome.outputs, baseUrl }, headers)
}
