import { serve, serveFromCommandLine } from '@geoclients/mock-core/node'
import { type DialectName, dialectNames } from '../dialects/by-name.ts'
import type { Reach } from '../jobs/callbacks.ts'
import { createOgcMock } from '../ogc-mock.ts'

await serveFromCommandLine({
  title: 'Serves a mock of OGC API - Processes until it is interrupted.',
  port: 8008,
  flags: {
    reach: { value: 'WHERE', help: 'loopback (default) or anywhere: whom it may call back, and where inputs may be' },
    dialect: { value: 'NAME', help: `the server to imitate, default strict; ${dialectNames.join(', ')}` }
  },
  // createOgcMock refuses unknown names.
  serve: ({ dialect, reach }, latency, options) => {
    const given = { dialect: dialect?.at(-1) as DialectName | undefined, reach: reach?.at(-1) as Reach | undefined }
    return serve(createOgcMock({ latency, record: false, ...given }), options)
  }
})
