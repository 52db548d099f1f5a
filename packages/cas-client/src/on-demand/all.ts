// What `onDemand` loads. Nothing here is imported by what asks a service what it offers.
export { enrichRows } from '../bulk/enrich/enrich.ts'
export { extractRows, serviceOf } from '../bulk/extract-all.ts'
export { findDatasets } from '../catalogue/find-datasets.ts'
export { iterateProviders } from '../catalogue/iterate-providers.ts'
export { limitRequests } from '../rate-limit/layer.ts'
export { batchExtract, extract } from '../request/extractions.ts'
export { readGeometry } from '../request/geometry.ts'

export type OnDemand = typeof import('./all.ts')
