import { createFeaturesMock } from '@geoclients/features-client/mock'
import type { Service } from '../services.ts'

/** The OGC API - Features server of the examples. */
export const service = (): Service => createFeaturesMock({ baseUrl: 'https://example.com/features' })
