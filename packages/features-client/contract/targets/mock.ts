import type { Deviations, Target } from '@geoclients/contract-core'
import { createFeaturesMock } from '../../src/mock/features-mock.ts'
import { type FeaturesContext, openContext } from '../context.ts'

/** The mock has no deviations, because it follows the contract. */
export const mock: Deviations<FeaturesContext> = { name: 'mock', features: {}, answers: [] }

export const baseUrl = 'http://features.test'

/** A new mock for each feature. */
export const openMock: Target<FeaturesContext>['open'] = async (watch) =>
  openContext(baseUrl, watch(createFeaturesMock({ baseUrl }).fetch))
