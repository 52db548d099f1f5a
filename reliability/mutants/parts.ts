/** Sources that are changed, and the tests that must tell. */
export interface MutatedPart {
  readonly name: string
  /** The folder of the package, from the top of the repository. */
  readonly folder: string
  /** Patterns in that folder. */
  readonly sources: readonly string[]
  readonly tests: readonly string[]
}

const core = 'packages/client-core'
const ogc = 'packages/ogc-client'

/** What guards (credentials, redirects, secrets), and what polls. */
export const parts: readonly MutatedPart[] = [
  { name: 'polls and waits', folder: core, sources: ['src/polling/**/*.ts'], tests: ['src/polling/**/*.test.ts'] },
  {
    name: 'retries',
    folder: core,
    sources: ['src/request/retry.ts', 'src/request/send.ts', 'src/utils/{backoff,retry-after}.ts'],
    tests: [
      'src/request/{retry,retry-pauses,call,call-timeout,try-timeout,network-error,abort}*.test.ts',
      'src/utils/{backoff,retry-after}.test.ts'
    ]
  },
  {
    name: 'secrets',
    folder: core,
    sources: ['src/redaction/**/*.ts', 'src/utils/redact-url.ts'],
    tests: ['src/redaction/**/*.test.ts', 'src/utils/redact-url.test.ts', 'src/request/middleware-secrets.test.ts']
  },
  {
    name: 'credentials and redirects',
    folder: core,
    sources: ['src/request/{credentials,redirect}/**/*.ts', 'src/request/path.ts', 'src/utils/loopback.ts'],
    tests: ['src/request/{credentials,redirect}/**/*.test.ts', 'src/request/path.test.ts', 'src/utils/loopback.test.ts']
  },
  { name: 'sign-in', folder: core, sources: ['src/auth/**/*.ts'], tests: ['src/auth/**/*.test.ts'] },
  { name: 'jobs', folder: ogc, sources: ['src/job/**/*.ts'], tests: ['src/job/**/*.test.ts'] }
]
