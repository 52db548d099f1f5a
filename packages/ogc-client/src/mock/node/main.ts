import { serve, serveFromCommandLine } from '@geoclients/mock-core/node'
import { createOgcMock } from '../ogc-mock.ts'

await serveFromCommandLine({
  title: 'Serves a mock of OGC API - Processes until it is interrupted.',
  port: 8008,
  flags: {},
  serve: (_, latency, options) => serve(createOgcMock({ latency }), options)
})
