export { accepts, essence } from './accept.ts'
export {
  type Bytes,
  type RangeReading,
  readRange,
  sendBytes
} from './byte-range.ts'
export { type Clock, sleep, startTimer, systemClock } from './clock.ts'
export { type ContractRules, contractRoutes, type OwnAnswer, plainErrors } from './contract/contract-routes.ts'
export type { MockData, MockOperation } from './contract/mock-data.ts'
export {
  type CreateMockOptions,
  createMock,
  type Latency,
  type Mock
} from './create-mock.ts'
export type { Fault, FaultScope, StatusFault } from './fault.ts'
export { type Handle, isNetworkFault, NetworkFault } from './handle.ts'
export { json } from './json.ts'
export { isLoopback } from './loopback.ts'
export { missingPackage } from './missing-package.ts'
export { matchPath } from './path-template.ts'
export { Refusal, refusalErrors } from './refusal.ts'
export {
  belowBase,
  createRouter,
  type Route,
  type RouteContext,
  type RouterErrors,
  type RouterOptions
} from './router.ts'
export type { SeenRequest } from './seen-request.ts'
export { toFetch } from './to-fetch.ts'
export { trimSlashes } from './trim-slashes.ts'
export { createVirtualClock, type VirtualClock } from './virtual-clock.ts'
