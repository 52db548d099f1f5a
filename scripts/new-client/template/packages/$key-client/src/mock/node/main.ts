import { serve, serveFromCommandLine } from '@geoclients/mock-core/node'
import { create$ApiMock } from '../$key-mock.ts'

await serveFromCommandLine({
  title: 'Serves a mock of $title until it is interrupted.',
  port: $port,
  flags: {},
  serve: (_, latency, options) => serve(create$ApiMock({ latency, record: false }), options)
})
