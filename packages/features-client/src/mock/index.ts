export {
  type Clock,
  createVirtualClock,
  type Fault,
  type FaultScope,
  type Handle,
  type Latency,
  type Mock,
  type SeenRequest,
  type StatusFault,
  type VirtualClock
} from '@geoclients/mock-core'
export { createFeaturesMock, type FeaturesMock, type FeaturesMockOptions } from './features-mock.ts'
export type { MockCollection } from './mock-collection.ts'
