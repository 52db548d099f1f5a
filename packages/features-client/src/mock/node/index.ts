export { type MockServer, type ServeOptions, serve } from '@geoclients/mock-core/node'
