export { type Clock, sleep, startTimer, systemClock } from './clock.ts'
export { type ContractRules, contractRoutes, type OwnAnswer, plainErrors } from './contract/contract-routes.ts'
export type { MockData, MockOperation } from './contract/mock-data.ts'
export {
  type CreateMockOptions,
  createMock,
  type Latency,
  type Mock
} from './create-mock.ts'
export type { Fault, FaultScope, StatusFault } from './faults/fault.ts'
export { type Handle, isNetworkFault, NetworkFault } from './handle.ts'
export { accepts, essence } from './http/accept.ts'
export {
  type Bytes,
  type RangeReading,
  readRange,
  sendBytes
} from './http/byte-range.ts'
export { json } from './http/json.ts'
export { matchPath } from './http/path-template.ts'
export { Refusal, refusalErrors } from './http/refusal.ts'
export {
  belowBase,
  createRouter,
  type Route,
  type RouteContext,
  type RouterErrors,
  type RouterOptions
} from './http/router.ts'
export type { SeenRequest } from './http/seen-request.ts'
export { toFetch } from './http/to-fetch.ts'
export { trimSlashes } from './http/trim-slashes.ts'
export { missingPackage } from './missing-package.ts'
export { createVirtualClock, type VirtualClock } from './virtual-clock.ts'
