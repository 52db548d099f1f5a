/** Whether a URL's host is this machine, so that nobody on the way can read what is sent there (RFC 8252, 8.3). */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|[^.]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
