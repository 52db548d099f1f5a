import { create$ApiMock } from '@geoclients/$key-client/mock'
import type { Service } from '../services.ts'

/** The server of $title that examples speak of. */
export const service = (): Service => create$ApiMock({ baseUrl: 'https://example.com/$key' })
