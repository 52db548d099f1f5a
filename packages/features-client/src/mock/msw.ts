export { mswHandlers } from '@geoclients/mock-core/msw'
