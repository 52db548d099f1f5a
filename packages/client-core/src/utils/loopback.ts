/**
 * Whether a URL's host is this machine, so nobody on the network can read the traffic (RFC 8252, 8.3). Names below `localhost`
 * do not count: Node resolves them with DNS, which may return any machine.
 */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
