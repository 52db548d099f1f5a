/**
 * Whether a URL's host is this machine, so that nobody on the way can read what is sent there (RFC 8252, 8.3). A name below
 * `localhost` is not: Node asks DNS for it, and DNS may name any machine.
 */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
