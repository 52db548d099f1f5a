import type { Deviations, Target } from '@geoclients/contract-core'
import { create$ApiMock } from '../../src/mock/$key-mock.ts'
import { type $ApiContext, openContext } from '../context.ts'

/** The mock has no deviations, because it follows the contract. */
export const mock: Deviations<$ApiContext> = { name: 'mock', features: {}, answers: [] }

export const baseUrl = 'http://$key.test'

/** A new mock for each feature. */
export const openMock: Target<$ApiContext>['open'] = async (watch) =>
  openContext(baseUrl, watch(create$ApiMock({ baseUrl }).fetch))
