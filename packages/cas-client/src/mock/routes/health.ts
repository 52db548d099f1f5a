import { json, type Route } from '@geoclients/mock-core'
import type { HealthResponse } from '../../generated/types.ts'
import type { World } from '../world.ts'

/** Open to everybody, and not counted. */
export function healthRoutes({ providers, cache }: World): Route[] {
  return [
    {
      method: 'GET',
      template: '/health',
      handle: () => json<HealthResponse>({ status: 'ok', providers_registered: providers.size, cache: cache.stats() })
    }
  ]
}
