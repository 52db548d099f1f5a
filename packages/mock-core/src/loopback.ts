/**
 * Whether a text is an http(s) address of this machine. Names below `localhost` are not: DNS is asked for them, and may name
 * any machine.
 */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return false
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
}
