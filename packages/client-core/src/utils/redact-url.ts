const secretName =
  /token|key|secret|assertion|sig|auth|pass|pwd|cred|code|session|sessid|(?:^|[._-])sid$|ticket|saml|jwt|cookie|md5|hmac|policy|nonce|^hdn|^x-amz-|^x-goog-/i

/** Whether the name of a header or of a member of a query suggests that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name)
}

/**
 * A URL fit for messages and logs: without user, password and fragment, and with the value of each query parameter
 * whose name suggests a secret replaced by `***`. A `data:` URL is cut to its media type, text that is no URL to its part
 * before `?`.
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
  parsed.username = ''
  parsed.password = ''
  parsed.hash = ''
  const query = [...parsed.searchParams].map(([name, value]) =>
    isSecretName(name) ? `${encodeURIComponent(name)}=***` : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  )
  parsed.search = ''
  return query.length > 0 ? `${parsed.href}?${query.join('&')}` : parsed.href
}
