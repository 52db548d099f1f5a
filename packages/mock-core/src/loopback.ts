/**
 * Whether a text is an http(s) URL on this machine. Names below `localhost` do not count, because DNS may resolve them to any
 * machine.
 */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return false
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
}
