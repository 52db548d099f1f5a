import { serve, serveFromCommandLine } from '@geoclients/mock-core/node'
import { createFeaturesMock } from '../features-mock.ts'

await serveFromCommandLine({
  title: 'Serves a mock of OGC API - Features until it is interrupted.',
  port: 8163,
  flags: {},
  serve: (_, latency, options) => serve(createFeaturesMock({ latency, record: false }), options)
})
