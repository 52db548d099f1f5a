import { create$ApiMock } from '@geoclients/$key-client/mock'
import type { Service } from '../services.ts'

/** The $title server of the examples. */
export const service = (): Service => create$ApiMock({ baseUrl: 'https://example.com/$key' })
