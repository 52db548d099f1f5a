import { json, type Route } from '@geoclients/mock-core'
import type { JobDefinition, JobInfo, JobInputs } from '../../../generated/types.ts'
import { jsonAnswer } from '../../answers/json-answer.ts'
import { badRequest, exceptionOf, Problem } from '../../answers/problems.ts'
import { readJsonObject } from '../../inputs/execution-request.ts'
import type { Job } from '../../jobs/job.ts'
import { findProcess } from '../../world.ts'
import { readRequest } from './execution-request.ts'
import { run } from './run.ts'
import type { Definition, State } from './state.ts'
import { toStatusInfo } from './status-info.ts'

/** Part 4: creates, changes and starts jobs, and returns their inputs and definitions. */
export function managementRoutes(state: State): Route[] {
  const { jobs, clock, created, definitions } = state
  const definitionOf = (id: string): Definition => definitions.get(jobs.get(id).id) ?? {}

  /** @throws Problem 423 for a job that was started */
  const unstarted = (id: string): Job => {
    const job = jobs.get(id)
    if (created.has(id)) return job
    throw new Problem(423, `Job '${id}' has been started.`, exceptionOf(4, 'locked'))
  }

  return [
    {
      method: 'POST',
      template: '/jobs',
      handle: async ({ request, baseUrl }) => {
        const definition = await readDefinition(request)
        const process = findProcess(state, processIdOf(definition, baseUrl))
        const { delivery } = await readRequest(state, definition, process.description, request)
        const never = Number.POSITIVE_INFINITY
        const made = { processId: process.description.id, created: clock.now(), started: never, duration: 0 }
        const job = jobs.add({ ...made, outcome: { outputs: {} }, delivery })
        created.add(job.id)
        definitions.set(job.id, definition)
        const headers = { Location: `${baseUrl}/jobs/${job.id}` }
        return jsonAnswer<JobInfo>(request, toStatusInfo(state, job, baseUrl), { status: 201, headers })
      }
    },
    {
      method: 'PATCH',
      template: '/jobs/{jobID}',
      handle: async ({ request, param }) => {
        const change = await readDefinition(request)
        const job = unstarted(param('jobID'))
        const definition = { ...definitionOf(job.id), ...change }
        const { description } = findProcess(state, job.processId)
        const { delivery } = await readRequest(state, definition, description, request)
        jobs.put({ ...job, delivery })
        definitions.set(job.id, definition)
        return new Response(null, { status: 204 })
      }
    },
    {
      method: 'POST',
      template: '/jobs/{jobID}/results',
      handle: async ({ request, baseUrl, param }) => {
        const job = unstarted(param('jobID'))
        const process = findProcess(state, job.processId)
        const definition = definitionOf(job.id)
        const execution = await readRequest(state, definition, process.description, request)
        const started = await run(state, process, execution, definition, baseUrl, job)
        return jsonAnswer<JobInfo>(request, toStatusInfo(state, started, baseUrl))
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/definition',
      handle: ({ request, param }) => jsonAnswer<JobDefinition>(request, definitionOf(param('jobID')))
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/inputs',
      handle: ({ param }) => {
        const { inputs = {}, outputs = {} } = definitionOf(param('jobID'))
        return json({ inputs, outputs } as JobInputs)
      }
    }
  ]
}

/** @throws Problem 400 where what stands beside the execution request is no text */
async function readDefinition(request: Request): Promise<Definition> {
  const definition = await readJsonObject(request)
  for (const name of ['process', 'status']) {
    const value = definition[name]
    if (value !== undefined && typeof value !== 'string') {
      throw badRequest(`'${name}' is ${JSON.stringify(value)}. Expected: a text.`)
    }
  }
  return definition
}

/** @throws Problem 400 if the definition does not name a process of this server */
function processIdOf({ process }: Definition, baseUrl: string): string {
  if (typeof process !== 'string') throw badRequest("'process' is missing. Expected: the URI of a process.")
  const url = URL.parse(process, `${baseUrl}/processes/`)
  const id = url?.href.startsWith(`${baseUrl}/processes/`) ? url.href.slice(`${baseUrl}/processes/`.length) : ''
  if (id === '' || id.includes('/')) throw badRequest(`'process' is '${process}'. Expected: a process of ${baseUrl}.`)
  return decodeURIComponent(id)
}
