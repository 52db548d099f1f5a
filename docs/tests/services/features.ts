import { createFeaturesMock } from '@geoclients/features-client/mock'
import type { Service } from '../services.ts'

/** The server of OGC API - Features that examples speak of. */
export const service = (): Service => createFeaturesMock({ baseUrl: 'https://example.com/features' })
