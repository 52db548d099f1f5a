import { type AttributeResponse, CasClient } from '@geoclients/cas-client'
import { datasetIds, features, geometry } from './samples.ts'

export {
  byDataset,
  CasClient,
  extractAgain,
  failedDatasets,
  hasFailed,
  isCasError,
  parseGeoJsonLines,
  type StreamWait,
  shortenNames
} from '@geoclients/cas-client'
export { formatGeoJson, parseGeoJson } from '@geoclients/cas-client/geojson'
export { createCasMock } from '@geoclients/cas-client/mock'
export { datasetsQuery } from '@geoclients/cas-client/query'
export {
  apiKey,
  catchment,
  datasetIds,
  disk,
  features,
  file,
  geometry,
  onProgress,
  out,
  report,
  signal
} from './samples.ts'

export const baseUrl = 'https://example.com/cas'
export const cas = new CasClient({ baseUrl })
export const source = features
export const response: AttributeResponse = await cas.extract({ geometry, datasetIds })
export const use = (_input: unknown, _response: AttributeResponse): void => {}
