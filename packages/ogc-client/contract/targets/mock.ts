import type { Deviations, Target } from '@geoclients/contract-core'
import type { DialectName } from '../../src/mock/dialects/by-name.ts'
import { createOgcMock } from '../../src/mock/ogc-mock.ts'
import { type OgcContext, openContext } from '../context.ts'
import { createIdleClock } from '../idle-clock.ts'

/** The mock deviates nowhere: it is what the contract says. */
export const strict: Deviations<OgcContext> = { name: 'mock', features: {}, answers: [] }

/** A mock of its own for each feature; jobs wait for a moment before they run. */
export function openMock(dialect: DialectName): Target<OgcContext>['open'] {
  return async (watch) => {
    const clock = createIdleClock()
    const mock = createOgcMock({ dialect, clock, queueTime: 100 })
    return openContext({ baseUrl: mock.baseUrl, fetch: watch(mock.fetch), clock })
  }
}
