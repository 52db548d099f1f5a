/**
 * Where a link of a server leads: relative ones count from `base`. A server that does not know of the proxy before it
 * names itself with http; over https such a link to the same host is meant to be https. Never the other way.
 */
export function resolveLink(href: string, base: string | undefined): URL {
  const target = new URL(href, base || undefined)
  if (!base || target.protocol !== 'http:') return target
  const source = new URL(base)
  if (source.protocol === 'https:' && target.host === source.host) target.protocol = 'https:'
  return target
}
