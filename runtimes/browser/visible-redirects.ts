import { beforeEach, vi } from 'vitest'

/**
 * The networks of the tests are functions, which show redirects as a server's runtime does and as a browser's `fetch` does
 * not; the clients tell the two apart by the name of the platform. Tests about browsers set that name themselves.
 */
beforeEach(() => {
  vi.stubGlobal('navigator', { ...navigator, userAgent: 'a test whose network shows redirects' })
})
