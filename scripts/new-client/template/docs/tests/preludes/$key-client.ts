import { $ApiClient } from '@geoclients/$key-client'

export { $ApiClient, is$ApiError } from '@geoclients/$key-client'
export { create$ApiMock } from '@geoclients/$key-client/mock'

export const $api = new $ApiClient({ baseUrl: 'https://example.com/$key' })
