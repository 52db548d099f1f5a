import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { baseUrl } from './samples.ts'

export type { Auth } from '@geoclients/ogc-client'
export {
  apiKey,
  basic,
  bbox,
  bearer,
  isClientError,
  isOgcError,
  type NestedProcess,
  normaliseStatus,
  OgcClient,
  ref
} from '@geoclients/ogc-client'
export { login, oauth2 } from '@geoclients/ogc-client/auth'
export { collect, encodeFile, errorText } from '@geoclients/ogc-client/helpers'
export { createOgcMock } from '@geoclients/ogc-client/mock'
export { jobQuery, processesQuery, resultsQuery } from '@geoclients/ogc-client/query'
export {
  createRequest,
  inputSchema,
  inputsStandardSchema,
  outputSchema,
  validateInputs
} from '@geoclients/ogc-client/schema'
export { createJobListStore, createJobStore } from '@geoclients/ogc-client/store'
export {
  baseUrl,
  clientId,
  clientSecret,
  disk,
  file,
  key,
  password,
  session,
  signal,
  tokenUrl,
  userName,
  vault
} from './samples.ts'

export const ogc = new OgcClient({ baseUrl })
export const mock = createOgcMock()
export const inputs = { scene: 'https://example.com/scene.tif' }
export const job = await ogc.submit('sleep_a_while', { inputs: { duration: 1 } }, { mode: 'async' })
export const results = { get: (_: 'scene') => scene }
const scene = (await ogc.run('ndvi', { inputs })).get('ndvi')
