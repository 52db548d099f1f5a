import { json, type Route } from '@geoclients/mock-core'
import type { JsonValue } from '../../../types/json.ts'
import { encodeBase64 } from '../../../utils/base64.ts'
import { isJsonObject } from '../../answers/json-answer.ts'
import { type Job, jobState } from '../../jobs/job.ts'
import type { MockOutputs } from '../../mock-process.ts'
import type { World } from '../../world.ts'
import { link } from './documents.ts'
import { ServiceError, toTraceback } from './errors.ts'

/** Jobs, their results and their dismissal. */
export function jobsRoutes(world: World): Route[] {
  const { clock, jobs } = world
  return [
    {
      method: 'GET',
      template: '/jobs',
      handle: ({ baseUrl }) => {
        const now = clock.now()
        return json({ jobs: jobs.list().map((job) => toState(job, now)), links: [link(`${baseUrl}/jobs`, 'self')] })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}',
      handle: ({ param }) => json(toState(findJob(world, param('jobID')), clock.now()))
    },
    {
      method: 'DELETE',
      template: '/jobs/{jobID}',
      handle: ({ param }) => {
        const { id } = findJob(world, param('jobID'))
        return json({ ...toState(jobs.dismiss(id), clock.now()), status: 'dismissed' })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/results',
      handle: ({ param }) => {
        const job = findJob(world, param('jobID'))
        const { status } = jobState(job, clock.now())
        const refusal = refusals[status]
        if (refusal !== undefined) {
          const type = status === 'accepted' || status === 'running' ? 'result-not-ready' : 'forbidden'
          throw new ServiceError(403, type, `Job '${job.id}' ${refusal}`)
        }
        return json('outputs' in job.outcome ? toMap(job.outcome.outputs, job) : {})
      }
    }
  ]
}

const refusals: Readonly<Record<string, string>> = {
  accepted: 'has not started yet',
  running: 'is still running',
  dismissed: 'has been cancelled',
  failed: 'has failed'
}

function findJob({ jobs }: World, id: string): Job {
  if (!jobs.has(id)) throw new ServiceError(404, 'no-such-job', `Job '${id}' does not exist`)
  return jobs.get(id)
}

/** A job state without type and links. A failed job has its traceback. */
export function toState(job: Job, now: number): object {
  const { status, progress, started, finished, updated } = jobState(job, now)
  const at = (time: number): string => new Date(time).toISOString()
  const failure = status === 'failed' && 'failure' in job.outcome ? job.outcome.failure : undefined
  return {
    jobID: job.id,
    processID: job.processId,
    status,
    ...(failure && { message: failure.message }),
    created: at(job.created),
    ...(started !== undefined && { started: at(started), updated: at(updated), progress }),
    ...(finished !== undefined && { finished: at(finished) }),
    ...(failure && { 'x-traceback': toTraceback(failure.message) })
  }
}

/** All outputs by value: bytes as base64, everything else unchanged but without null members. */
function toMap(outputs: MockOutputs, { delivery }: Job): Record<string, JsonValue> {
  return Object.fromEntries(
    delivery.outputs.map(({ id, mediaType }): [string, JsonValue] => {
      const value = outputs[id] ?? null
      return [
        id,
        value instanceof Uint8Array ? { mediaType, encoding: 'base64', value: encodeBase64(value) } : strip(value)
      ]
    })
  )
}

function strip(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(strip)
  if (!isJsonObject(value)) return value
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([name, member]) => [name, strip(member)]))
}
