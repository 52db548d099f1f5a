import type { Deviations, Target } from '@geoclients/contract-core'
import { toFetch } from '@geoclients/mock-core'
import { createCasMock } from '../../src/mock/cas-mock.ts'
import { withCors } from '../../src/mock/node/cors.ts'
import { type CasContext, type CasServer, openContext } from '../context.ts'

/** The mock deviates nowhere: it is what the contract says. */
export const mock: Deviations<CasContext> = { name: 'mock', features: {}, answers: [] }

export const mockServer: CasServer = {
  baseUrl: 'http://cas.test',
  apiKey: 'mock-key',
  maxVertices: 10_000,
  requestsPerMinute: 20
}

/** A mock of its own for each feature, with what `serve` adds for pages of other origins. No time passes in it. */
export const openMock: Target<CasContext>['open'] = async (watch) => {
  const { apiKey, baseUrl, maxVertices, requestsPerMinute } = mockServer
  const options = { apiKeys: [apiKey], maxVertices, ratePerMinute: requestsPerMinute, providerTimeout: 0 }
  const { handle } = createCasMock({ baseUrl, ...options })
  return openContext(mockServer, watch(toFetch(withCors(handle))))
}
