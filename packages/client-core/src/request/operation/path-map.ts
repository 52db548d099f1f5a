import { onDemand, type PartCore, withPart } from '../../on-demand/load.ts'
import type { ApiClient } from '../../types/api.ts'
import { apiOptions } from '../../validation/request-options.ts'
import type { AnyInit, ApiClientOptions } from './api-client.ts'

/** The typed path map of an API, sent through our pipeline: a function for each HTTP method. */
export function createApiClient<Paths>(options: ApiClientOptions & PartCore): ApiClient<Paths> {
  const method =
    (name: string) =>
    async (path: string, init: AnyInit = {}): Promise<object> =>
      withPart(options, onDemand, options.settings(init, apiOptions), ({ callOperation }, call) =>
        callOperation(options, name, path, init, call)
      )
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map((name) => [name, method(name)])
  return Object.freeze(Object.fromEntries(methods))
}
