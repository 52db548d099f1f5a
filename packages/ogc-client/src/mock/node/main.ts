import { serve, serveFromCommandLine } from '@geoclients/mock-core/node'
import { type DialectName, dialectNames } from '../dialects/by-name.ts'
import { createOgcMock } from '../ogc-mock.ts'

await serveFromCommandLine({
  title: 'Serves a mock of OGC API - Processes until it is interrupted.',
  port: 8008,
  flags: {
    dialect: { value: 'NAME', help: `the server to imitate, default strict; ${dialectNames.join(', ')}` }
  },
  // createOgcMock refuses a name that is none.
  serve: ({ dialect }, latency, options) =>
    serve(createOgcMock({ latency, record: false, dialect: dialect?.at(-1) as DialectName | undefined }), options)
})
