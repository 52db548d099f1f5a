import { isLoopback } from '@geoclients/client-core'

/** What opens the services in this page instead of a server. */
export const demoAddress = 'demo'

export type AddressFault = 'not-http' | 'has-credentials' | 'has-query'

/**
 * An address as it was typed: `https` is added, or `http` on this machine; blanks and a fragment go. Says what is wrong with one
 * that cannot be used.
 */
export function readAddress(text: string): { readonly address: string } | { readonly fault: AddressFault } {
  const typed = text.trim()
  if (typed === demoAddress) return { address: typed }
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? URL.parse(typed) : withScheme(typed)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return { fault: 'not-http' }
  if (url.username || url.password) return { fault: 'has-credentials' }
  if (url.search) return { fault: 'has-query' }
  url.hash = ''
  return { address: url.href }
}

function withScheme(typed: string): URL | null {
  const local = URL.parse(`http://${typed}`)
  return local && isLoopback(local) ? local : URL.parse(`https://${typed}`)
}

/** An address in few words: the host, and the path if there is one. */
export function shortAddress(address: string): string {
  const url = URL.parse(address)
  return url ? `${url.host}${url.pathname.replace(/\/$/, '')}` : address
}
