import { json, type Route, sendBytes } from '@geoclients/mock-core'
import type { JobResults } from '../../../generated/types.ts'
import { JSON_TYPE, requireAccepted } from '../../answers/json-answer.ts'
import { toBytes, toContentType, toInline } from '../../answers/output-value.ts'
import { dismissed, exceptionOf, Problem, resultNotReady } from '../../answers/problems.ts'
import type { DeliveredOutput } from '../../jobs/delivery.ts'
import { type Job, jobState } from '../../jobs/job.ts'
import type { MockValue } from '../../mock-process.ts'
import type { State } from './state.ts'

const profileOfResults = 'https://www.opengis.net/def/profile/OGC/0/ogc-results'

/** The parts of a request that concern its results. */
interface Asked {
  readonly isMinimal: boolean
  /** Whether the results profile was requested. If so, even a single output is returned in a map. */
  readonly isMap: boolean
  readonly outputs: readonly string[] | undefined
}

export function readAsked(request: Request, url: URL): Asked {
  const prefer = request.headers.get('Prefer') ?? ''
  const profiles = [url.searchParams.get('profile'), request.headers.get('Accept-Profile'), prefer].join()
  return {
    isMinimal: /\breturn\s*=\s*"?minimal\b/i.test(prefer),
    isMap: /\bogc-results\b/.test(profiles),
    outputs: url.searchParams.get('outputs')?.split(',')
  }
}

/** The results of a job: all outputs, one output, or one of its values. */
export function resultsRoutes(state: State): Route[] {
  return [
    {
      method: 'GET',
      template: '/jobs/{jobID}/results',
      handle: ({ request, url, baseUrl, param }) => {
        const job = state.jobs.get(param('jobID'))
        return answerResults(state, job, { request, baseUrl, asked: readAsked(request, url), isSync: false })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/results/{outputID}',
      handle: ({ request, param }) => {
        const [output, value] = outputOf(state, state.jobs.get(param('jobID')), param('outputID'))
        const headers = new Headers(Array.isArray(value) ? { 'OGC-Output-Values-Count': String(value.length) } : {})
        return sendValue(request, output, value, headers)
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}/results/{outputID}/{N}',
      handle: ({ request, param }) => {
        const [output, value] = outputOf(state, state.jobs.get(param('jobID')), param('outputID'))
        const values = Array.isArray(value) ? value : [value]
        const item = /^\d+$/.test(param('N')) ? values[Number(param('N'))] : undefined
        if (item === undefined)
          throw noSuchOutput(`Output '${output.id}' has ${values.length} values, none at ${param('N')}.`)
        const headers = new Headers({ 'OGC-Output-Values-Count': String(values.length) })
        return sendValue(request, { ...output, mediaType: JSON_TYPE }, item, headers)
      }
    }
  ]
}

interface Answering {
  readonly request: Request
  readonly baseUrl: string
  readonly asked: Asked
  readonly isSync: boolean
}

/** @throws Problem if the job has no results, or `Accept` does not allow them */
export function answerResults(
  state: State,
  job: Job,
  { request, baseUrl, asked, isSync }: Answering,
  headers: Headers = new Headers()
): Response {
  const values = valuesOf(state, job)
  const { outputs } = job.delivery
  if (outputs.length === 0) {
    if (isSync) return new Response(null, { status: 204, headers })
    throw notAvailable(job.id)
  }
  const unknown = asked.outputs?.find((id) => !outputs.some((output) => output.id === id))
  if (unknown !== undefined) throw noSuchOutput(`Job '${job.id}' has no output '${unknown}'.`)
  const wanted = outputs.filter(({ id }) => asked.outputs?.includes(id) ?? true)
  const [only, other] = wanted
  if (isSync && only && !other && !asked.isMap) return sendValue(request, only, values[only.id] as MockValue, headers)

  requireAccepted(request, JSON_TYPE)
  headers.append('Link', `<${profileOfResults}>; rel="profile"`)
  const preferred = /\breturn\s*=\s*"?(minimal|representation)\b/i.exec(request.headers.get('Prefer') ?? '')?.[1]
  if (preferred) headers.append('Preference-Applied', `return=${preferred.toLowerCase()}`)
  return json(mapOf(job, wanted, values, { baseUrl, isMinimal: asked.isMinimal }), { headers })
}

function mapOf(
  job: Job,
  wanted: readonly DeliveredOutput[],
  values: Readonly<Record<string, MockValue>>,
  { baseUrl, isMinimal }: { readonly baseUrl: string; readonly isMinimal: boolean }
): JobResults {
  const href = (id: string): string => `${baseUrl}/jobs/${job.id}/results/${encodeURIComponent(id)}`
  return Object.fromEntries(
    wanted.map((output) => {
      const value = values[output.id] as MockValue
      const isLink = isMinimal && typeof value === 'object' && value !== null
      return [
        output.id,
        isLink ? { href: href(output.id), rel: 'item', type: output.mediaType } : toInline(value, output)
      ]
    })
  )
}

function valuesOf({ clock, created }: State, { id, outcome, ...job }: Job): Readonly<Record<string, MockValue>> {
  const { status } = jobState({ id, outcome, ...job }, clock.now())
  if (status === 'dismissed') throw dismissed(id)
  if (status !== 'successful' && status !== 'failed') throw resultNotReady(id, created.has(id) ? 'created' : status)
  if ('failure' in outcome) throw new Problem(outcome.failure.status, outcome.failure.message)
  return outcome.outputs
}

/** @throws Problem 404 for an output that was not requested, 400 for one that the process does not have */
function outputOf(state: State, job: Job, id: string): [DeliveredOutput, MockValue] {
  const value = valuesOf(state, job)[id]
  const output = job.delivery.outputs.find((one) => one.id === id)
  if (output && value !== undefined) return [output, value]
  const { outputs = {} } = state.processes.get(job.processId)?.description ?? {}
  throw Object.hasOwn(outputs, id) ? notAvailable(job.id) : noSuchOutput(`Job '${job.id}' has no output '${id}'.`)
}

function sendValue(request: Request, output: DeliveredOutput, value: MockValue, headers: Headers): Response {
  requireAccepted(request, output.mediaType)
  const outside = (): Response => new Problem(416, 'The range lies outside of the result.').toResponse(request)
  const answer = sendBytes(request, toBytes(value, output), toContentType(output.mediaType), outside)
  for (const [name, text] of headers) answer.headers.append(name, text)
  return answer
}

const noSuchOutput = (detail: string): Problem => new Problem(400, detail, exceptionOf(1, 'no-such-output'))

const notAvailable = (id: string): Problem =>
  new Problem(404, `Job '${id}' was to have no such result.`, exceptionOf(1, 'result-not-available'))
