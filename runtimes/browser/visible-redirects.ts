import { beforeEach, vi } from 'vitest'

/**
 * The test networks are functions that show redirects, like a server runtime and unlike a browser's `fetch`. The clients
 * distinguish the two by the name of the platform. Tests about browsers set that name themselves.
 */
beforeEach(() => {
  vi.stubGlobal('navigator', { ...navigator, userAgent: 'a test whose network shows redirects' })
})
