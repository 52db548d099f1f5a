import { isLoopback } from '@geoclients/client-core'

/** Whether a text is an http(s) URL on this machine. */
export function isOnThisMachine(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && isLoopback(url)
}
