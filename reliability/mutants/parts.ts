/** Sources that are changed, and the tests that must tell. */
export interface MutatedPart {
  readonly name: string
  /** The folder of the package, from the top of the repository. */
  readonly folder: string
  /** Patterns in that folder. */
  readonly sources: readonly string[]
  readonly tests: readonly string[]
  /** Which changes survive, and why; for the page. */
  readonly survivors: string
}

const core = 'packages/client-core'
const ogc = 'packages/ogc-client'

/** What guards (credentials, redirects, secrets), and what polls. */
export const parts: readonly MutatedPart[] = [
  {
    name: 'polls and waits',
    folder: core,
    sources: ['src/polling/**/*.ts'],
    tests: ['src/polling/{poll-interval,poll-loop,poll-loop-faults,poll-loop-observers,wait,watch}.test.ts'],
    survivors:
      'Checks that only save work, because an ended run or queue tells nothing anyway; whose failure is told first; bounds to the exact millisecond.'
  },
  {
    name: 'retries',
    folder: core,
    sources: ['src/request/retry.ts', 'src/utils/{backoff,retry-after}.ts'],
    tests: ['src/request/{retry,retry-pauses,try-timeout}.test.ts', 'src/utils/{backoff,retry-after}.test.ts'],
    survivors: 'The check for success is only a short cut: a success is not repeated anyway.'
  },
  {
    name: 'secrets',
    folder: core,
    sources: ['src/redaction/**/*.ts', 'src/utils/redact-url.ts'],
    tests: ['src/redaction/**/*.test.ts', 'src/utils/redact-url.test.ts'],
    survivors:
      'Checks that only save work (no secret is known; the end of a secret is searched before all of it); into which pieces a long secret is split for the search; bounds to the exact character.'
  },
  {
    name: 'credentials and redirects',
    folder: core,
    sources: [
      'src/request/{credentials,redirect}/**/*.ts',
      'src/request/send.ts',
      'src/request/operation/path.ts',
      'src/utils/loopback.ts'
    ],
    tests: [
      'src/request/{credentials,redirect}/**/*.test.ts',
      'src/request/{send,private-addresses,native-fetch,try-timeout,cors-hint}.test.ts',
      'src/request/operation/path.test.ts',
      'src/utils/loopback.test.ts'
    ],
    survivors:
      'Checks that only save work where there are no credentials; the text of errors that are replaced; and that headers are known as secrets, which quoted-secrets.test.ts of ogc-client tells.'
  },
  {
    name: 'sign-in',
    folder: core,
    sources: ['src/auth/**/*.ts'],
    tests: ['src/auth/**/*.test.ts'],
    survivors:
      'What only the types need: the case of a client without an id, and the name of the usual way to read a body.'
  },
  {
    name: 'jobs',
    folder: ogc,
    sources: ['src/job/*.ts'],
    tests: [
      'src/job/!(*-properties).test.ts',
      'src/job/polling/shared-polls.test.ts',
      'src/execute/{abortable-start,execute,return-preference,submit}.test.ts',
      'src/results/{fetch,one-by-one,version-2}.test.ts',
      'src/on-demand/load.test.ts',
      'src/client/arguments.test.ts'
    ],
    survivors:
      'Texts and lists that are made when a file is loaded on demand: Stryker changes them too late, though tests tell. What only the types need, the subjects of warnings, short cuts, and bounds to the exact millisecond.'
  },
  {
    name: 'many jobs',
    folder: ogc,
    sources: ['src/job/polling/*.ts'],
    tests: ['src/job/polling/!(a-thousand-jobs|*-properties).test.ts', 'src/job/watch-jobs.test.ts'],
    survivors:
      'That a poll which is over is forgotten: no request depends on it, only memory. And two checks that only the types need: a job that was listed has a list, and a missing time has no time zone.'
  }
]
