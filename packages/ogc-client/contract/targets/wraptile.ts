import type { AnswerDeviation, Deviations } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { execution } from './wraptile-execution.ts'
import { lists } from './wraptile-lists.ts'
import { results } from './wraptile-results.ts'

const untyped = {
  status: 200,
  violation: /^body must have required property 'type'$/,
  server: 'Omits the type of a job.',
  client: 'Adds the type: process.'
} as const

const validation = {
  operation: 'POST /processes/{processID}/execution',
  status: 422,
  server: 'Returns { "detail": [{ loc, msg }] }.',
  client: 'Joins them into one line: body.inputs: message.'
} as const

const answers: readonly AnswerDeviation[] = [
  {
    operation: 'POST /processes/{processID}/execution',
    status: 201,
    violation: /^header Location is missing$/,
    server: 'Names the job only in the body.',
    client: 'Reads the id of the job from the body.'
  },
  { ...untyped, operation: 'POST /processes/{processID}/execution', status: 201 },
  { ...untyped, operation: 'GET /jobs', violation: /^body\/jobs\/\d+ must have required property 'type'$/ },
  { ...untyped, operation: 'GET /jobs/{jobID}' },
  { ...untyped, operation: 'DELETE /jobs/{jobID}' },
  { ...validation, violation: /^body must have required property 'type'$/ },
  { ...validation, violation: /^body\/detail must be string$/ },
  {
    operation: 'GET /processes/{processID}',
    status: 404,
    violation: /^body must have required property 'type'$/,
    server: 'Returns { "detail": "Not Found" } for an id with a slash.',
    client: 'Uses the detail as the reason.'
  }
]

/** wraptile, serving `interop/fixtures/wraptile`. */
export const wraptile: Deviations<OgcContext> = {
  name: 'wraptile 0.3.0',
  features: { ...lists, ...execution, ...results },
  answers
}
