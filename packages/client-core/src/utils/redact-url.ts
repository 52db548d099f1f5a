const secretName =
  /token|key|secret|assertion|sig|auth|pass|pwd|cred|code|session|sessid|(?:^|[._-])sid$|ticket|saml|jwt|cookie|md5|hmac|policy|nonce|^hdn|^x-amz-|^x-goog-/i

/** Maximum length of a query that is parsed. Servers accept about a tenth of it. */
export const longestQuery: number = 64 * 1024

/** Whether the name of a header or query parameter suggests a secret value. */
export function isSecretName(name: string): boolean {
  return secretName.test(name)
}

/**
 * A URL fit for messages and logs: without user, password and fragment, and with the value of each query parameter
 * whose name suggests a secret replaced by `***`. A query of more than 64 KiB becomes `***`. A `data:` URL is cut to its media
 * type, and text that is no URL to its part before `?`.
 */
export function redactUrl(url: string): string {
  const data = /^data:([^,;]{0,100})/i.exec(url)
  if (data) return `data:${data[1]}`
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return url.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//')
  }
  // Platforms take long to parse a long query.
  if (parsed.search.length > longestQuery) parsed.search = '?***'
  parsed.username = ''
  parsed.password = ''
  parsed.hash = ''
  if (parsed.search === '?***') return parsed.href
  const query = [...parsed.searchParams].map(([name, value]) =>
    isSecretName(name) ? `${encodeURIComponent(name)}=***` : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  )
  parsed.search = ''
  return query.length > 0 ? `${parsed.href}?${query.join('&')}` : parsed.href
}
