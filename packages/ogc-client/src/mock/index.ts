export {
  type Clock,
  createVirtualClock,
  type Fault,
  type FaultScope,
  type Latency,
  type Mock,
  type SeenRequest,
  type StatusFault,
  type VirtualClock
} from '@geoclients/mock-core'
export type { DialectName } from './dialects/by-name.ts'
export type { Reach } from './jobs/callbacks.ts'
export { type MockInputs, type MockOutputs, type MockProcess, type MockValue, ProcessFailure } from './mock-process.ts'
export { createOgcMock, type OgcMock, type OgcMockOptions } from './ogc-mock.ts'
