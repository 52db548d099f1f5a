import type { PackageKey } from './corner.ts'

/** What a program says everywhere that has used a package against its mock. */
export const expected: Readonly<Record<PackageKey, unknown>> = {
  core: { credentials: { Authorization: `Basic ${btoa('ann:secret')}` }, error: 'closed' },
  ogc: {
    primes: [11, 13, 17, 19, 23, 29],
    status: 'successful',
    again: [11, 13, 17, 19, 23, 29],
    missing: 'http-status 404',
    aborted: 'AbortError'
  },
  cas: { elevation: 548.3, providers: 5, missing: 'http-status 404', aborted: 'AbortError' }
}
