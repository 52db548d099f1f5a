/**
 * Resolves a server's link against `base`. A server behind a proxy may not know that it is reached over https. An http link
 * to the same host therefore becomes https if `base` is https, but never the reverse.
 */
export function resolveLink(href: string, base: string | undefined): URL {
  const target = new URL(href, base || undefined)
  if (!base || target.protocol !== 'http:') return target
  const source = new URL(base)
  if (source.protocol === 'https:' && target.host === source.host) target.protocol = 'https:'
  return target
}
