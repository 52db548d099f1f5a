import { isLoopback } from './loopback.ts'

/** IPv4 networks that are private, link-local (with the credentials service of clouds), shared or loopback. */
const networks = /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

/**
 * Whether the host of a URL is this machine or in a private network: an address of RFC 1918, RFC 6598, RFC 3927 or RFC 4193,
 * one of these inside an IPv6 address, or a name for local use only. Names are not resolved.
 */
export function isPrivate(url: URL): boolean {
  if (isLoopback(url)) return true
  const host = url.hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (/^[\d.]+$/.test(host)) return networks.test(host)
  return !host.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home\.arpa)$/.test(host)
}

/** `address` has the form that URLs use: compressed, lower case, with an embedded IPv4 address as two groups. */
function isPrivateV6(address: string): boolean {
  if (address === '::' || address === '::1' || /^f(?:[cd]|e[89ab])/.test(address)) return true
  const [, high, low] = /^(?:::ffff:(?:0:)?|::|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address) ?? []
  if (high === undefined || low === undefined) return false
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return networks.test(`${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`)
}
