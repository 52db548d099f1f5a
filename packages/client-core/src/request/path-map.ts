import { onDemand } from '../on-demand/load.ts'
import type { ApiClient } from '../types/api.ts'
import type { AnyInit, ApiClientOptions } from './api-client.ts'

/** The typed path map of an API, sent through our pipeline: a function for each HTTP method. */
export function createApiClient<Paths>(options: ApiClientOptions): ApiClient<Paths> {
  const method =
    (name: string) =>
    async (path: string, init?: AnyInit): Promise<object> =>
      (await onDemand(options.error)).callOperation(options, name, path, init)
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map((name) => [name, method(name)])
  return Object.freeze(Object.fromEntries(methods))
}
