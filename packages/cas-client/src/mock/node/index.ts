export type { MockServer, ServeOptions } from '@geoclients/mock-core/node'
export { serve } from './serve.ts'
