import type { JsonValue } from '../types/json.ts'

type JsonObject = { [key: string]: JsonValue }

const SCHEMAS = 'http://schemas.opengis.net/ogcapi/processes/part1/1.0/openapi/schemas/'

/** What the mock offers, as OpenAPI 3.0 (conformance class oas30). Schemas are the published ones of the standard. */
export function describeApi(title: string, baseUrl: string): JsonObject {
  const processId = parameter('processID', 'path', { type: 'string' })
  const jobId = parameter('jobID', 'path', { type: 'string' })
  const limit = parameter('limit', 'query', { type: 'integer', minimum: 1, maximum: 10_000, default: 10 })
  return {
    openapi: '3.0.3',
    info: { title, version: '1.0.0' },
    servers: [{ url: baseUrl }],
    paths: {
      '/': { get: operation('getCapabilities', [], answers('landingPage')) },
      '/conformance': { get: operation('getConformance', [], answers('confClasses')) },
      '/processes': { get: operation('getProcesses', [limit], answers('processList', 400)) },
      '/processes/{processID}': { get: operation('getProcess', [processId], answers('process', 404)) },
      '/processes/{processID}/execution': {
        post: {
          ...operation('executeProcess', [processId, parameter('Prefer', 'header', { type: 'string' })], {
            '200': { description: 'Results', content: { '*/*': { schema: {} } } },
            '201': jsonAnswer('statusInfo'),
            '204': { description: 'Results by reference' },
            ...errors(400, 404, 406, 415, 500)
          }),
          requestBody: { required: true, content: { 'application/json': { schema: schema('execute') } } },
          callbacks: {
            jobCompleted: {
              '{$request.body#/subscriber/successUri}': {
                post: { requestBody: jsonContent('results'), responses: { '200': { description: 'Received' } } }
              }
            }
          }
        }
      },
      '/jobs': { get: operation('getJobs', [limit, ...jobFilters()], answers('jobList', 400)) },
      '/jobs/{jobID}': {
        get: operation('getJob', [jobId], answers('statusInfo', 404)),
        delete: operation('dismissJob', [jobId], answers('statusInfo', 404))
      },
      '/jobs/{jobID}/results': {
        get: operation('getJobResults', [jobId], {
          '200': { description: 'Results', content: { '*/*': { schema: {} } } },
          '204': { description: 'Results by reference' },
          ...errors(404, 406, 410, 500)
        })
      }
    }
  }
}

function jobFilters(): JsonObject[] {
  const text = { type: 'string' }
  const seconds = { type: 'integer', minimum: 0 }
  return [
    parameter('type', 'query', { type: 'array', items: { type: 'string', enum: ['process'] } }),
    parameter('processID', 'query', { type: 'array', items: text }),
    parameter('status', 'query', { type: 'array', items: schema('statusCode') }),
    parameter('datetime', 'query', text),
    parameter('minDuration', 'query', seconds),
    parameter('maxDuration', 'query', seconds)
  ]
}

function operation(operationId: string, parameters: JsonObject[], responses: JsonObject): JsonObject {
  return { operationId, parameters, responses }
}

function parameter(name: string, place: 'path' | 'query' | 'header', of: JsonObject): JsonObject {
  return { name, in: place, required: place === 'path', schema: of }
}

function answers(name: string, ...statuses: number[]): JsonObject {
  return { '200': jsonAnswer(name), ...errors(406, ...statuses) }
}

function errors(...statuses: number[]): JsonObject {
  const content = { 'application/problem+json': { schema: schema('exception') } }
  return Object.fromEntries(statuses.map((status) => [String(status), { description: 'Exception', content }]))
}

function jsonAnswer(name: string): JsonObject {
  return { description: name, ...jsonContent(name) }
}

function jsonContent(name: string): JsonObject {
  return { content: { 'application/json': { schema: schema(name) } } }
}

function schema(name: string): JsonObject {
  return { $ref: `${SCHEMAS}${name}.yaml` }
}
