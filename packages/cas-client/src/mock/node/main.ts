import { readCount, serveFromCommandLine } from '@geoclients/mock-core/node'
import { createCasMock } from '../cas-mock.ts'
import { serve } from './serve.ts'

await serveFromCommandLine({
  title: 'Serves a mock of the Community Attribute Service until it is interrupted.',
  port: 8000,
  flags: {
    'api-key': { value: 'KEY', help: 'accepted in X-API-Key; may be repeated; without it no key is needed' },
    rate: { value: 'N', help: 'requests that each key may send in 60 s, default any number' }
  },
  serve: ({ 'api-key': apiKeys, rate }, latency, options) =>
    serve(
      createCasMock({ latency, record: false, apiKeys, ratePerMinute: rate && readCount('rate', rate.at(-1)) }),
      options
    )
})
