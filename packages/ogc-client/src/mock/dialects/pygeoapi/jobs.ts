import { json, type Route } from '@geoclients/mock-core'
import { RELATIONS } from '../../answers/relations.ts'
import { type Job, jobState } from '../../jobs/job.ts'
import type { World } from '../../world.ts'
import { badParameter, exception, page } from './exceptions.ts'
import { results } from './processor.ts'
import { readLimit, wantsJson } from './query.ts'

export function jobsRoutes(world: World): Route[] {
  const { clock, jobs } = world
  const find = (id: string): Job | undefined => (jobs.has(id) ? jobs.get(id) : undefined)
  return [
    { method: 'GET', template: '/jobs', handle: ({ url, baseUrl }) => list(world, url, baseUrl) },
    {
      method: 'GET',
      template: '/jobs/{jobID}',
      handle: ({ baseUrl, param }) => {
        const job = find(param('jobID'))
        return job ? json(toState(job, clock.now(), baseUrl)) : exception(404, 'InvalidParameterValue', param('jobID'))
      }
    },
    {
      method: 'DELETE',
      template: '/jobs/{jobID}',
      handle: ({ baseUrl, param }) => {
        const id = param('jobID')
        if (!jobs.has(id)) return exception(404, 'NoSuchJob', id)
        // The store removes a running job only at the second dismissal, pygeoapi at the first.
        while (jobs.has(id)) jobs.dismiss(id)
        const links = [{ href: `${baseUrl}/jobs`, rel: 'up', type: 'application/json' }]
        const state = { jobID: id, status: 'dismissed', message: 'Job dismissed', progress: 100, links }
        return json(state, { mediaType: 'text/html; charset=utf-8' })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/results',
      handle: ({ request, url, param }) => {
        const job = find(param('jobID'))
        if (job === undefined) return exception(404, 'NoSuchJob', param('jobID'))
        const { status } = jobState(job, clock.now())
        if ('failure' in job.outcome && status === 'failed') return badParameter('job failed')
        if ('failure' in job.outcome || status !== 'successful') {
          return exception(404, 'ResultNotReady', 'job accepted but not yet running')
        }
        const { mediaType, body } = results(job.outcome.outputs, job.delivery)
        if (mediaType === 'application/json' && !wantsJson(request, url)) return page(200, `Results of job ${job.id}`)
        return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
          headers: { 'Content-Type': mediaType }
        })
      }
    }
  ]
}

/** Filters are ignored. A full page has a next one, even if that is empty. */
function list({ clock, jobs }: World, url: URL, baseUrl: string): Response {
  const limit = readLimit(url)
  if (limit instanceof Response) return limit
  const offset = Number(url.searchParams.get('offset') ?? 0)
  if (!Number.isInteger(offset)) return badParameter('offset value should be an integer')
  if (offset < 0) return badParameter('offset value should be positive or zero')
  const page = jobs.list().slice(offset, offset + limit)
  const to = (rel: string, start: number): object => {
    const query = new URLSearchParams(url.searchParams)
    query.set('offset', String(start))
    return { rel, href: `${baseUrl}/jobs?${query}`, type: 'application/json' }
  }
  const links = [{ rel: 'self', href: `${baseUrl}/jobs?f=json`, type: 'application/json' }]
  const around = [
    ...(offset > 0 ? [to('prev', Math.max(0, offset - limit))] : []),
    ...(page.length === limit ? [to('next', offset + limit)] : [])
  ]
  const states = page.toReversed().map((job) => toState(job, clock.now(), baseUrl))
  return json({ jobs: states, links: [...links, ...around] })
}

/** A running job has no progress, and unknown members are null. */
function toState(job: Job, now: number, baseUrl: string): object {
  const { status: real, finished } = jobState(job, now)
  const status = real === 'running' ? 'accepted' : real
  const reason = 'failure' in job.outcome ? job.outcome.failure.message : ''
  const messages: Readonly<Record<string, string>> = {
    accepted: 'Job accepted and ready for execution',
    failed: `InvalidParameterValue: Error executing process: ${reason}`
  }
  const at = (time: number): string => new Date(time).toISOString()
  return {
    type: 'process',
    processID: job.processId,
    jobID: job.id,
    status,
    message: messages[status] ?? 'Job complete',
    progress: status === 'successful' ? 100 : 5,
    parameters: null,
    created: at(job.created),
    started: at(job.created),
    finished: finished === undefined ? null : at(finished),
    updated: at(finished ?? job.created),
    ...(status !== 'failed' && { links: [{ rel: RELATIONS.results, href: `${baseUrl}/jobs/${job.id}/results` }] })
  }
}
