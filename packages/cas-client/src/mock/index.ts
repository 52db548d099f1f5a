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
export { type CasFault, type CasMock, type CasMockOptions, createCasMock } from './cas-mock.ts'
export {
  type ExtractionContext,
  type MockDataset,
  type MockProvider,
  type MockResult,
  ProviderFailure
} from './mock-provider.ts'
