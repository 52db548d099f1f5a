import {
  type ApiClient,
  type ApiResult,
  checkNames,
  invalidArgument,
  isRecord,
  type RequestOptions
} from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { paths } from '../generated/types.ts'
import { checkLimit, type JobFilter, jobQuery } from './job-filter.ts'

export interface ProcessQuery {
  /** Processes a page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
}

/** Asks for one page of processes. */
export async function requestProcesses(
  api: ApiClient<paths>,
  query: ProcessQuery,
  options: RequestOptions
): Promise<ApiResult> {
  if (!isRecord(query as unknown))
    throw invalidArgument(makeOgcError, 'query', query, 'an object such as { limit: 10 }')
  checkNames('query', query, ['limit'], makeOgcError)
  const { limit } = query
  checkLimit(limit, makeOgcError)
  const params = limit === undefined ? {} : { query: { limit } }
  return api.GET('/processes', { ...options, params, parseAs: 'response' })
}

/** Asks for one page of jobs. */
export async function requestJobs(
  api: ApiClient<paths>,
  filter: JobFilter,
  options: RequestOptions
): Promise<ApiResult> {
  const params = { query: jobQuery(filter, makeOgcError) }
  return api.GET('/jobs', { ...options, params, parseAs: 'response' })
}
