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
export { create$ApiMock, type $ApiMock, type $ApiMockOptions } from './$key-mock.ts'
