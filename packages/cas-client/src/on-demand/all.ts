// What `onDemand` loads. Nothing here is imported by what every call needs.
export { enrichRows } from '../bulk/enrich/enrich.ts'
export { extractRows } from '../bulk/extract-all.ts'
export { inOrder } from '../bulk/ordered-map.ts'
export { finestFirst, queryFor } from '../catalogue/find-datasets.ts'
export { limitRequests } from '../rate-limit/layer.ts'

export type OnDemand = typeof import('./all.ts')
