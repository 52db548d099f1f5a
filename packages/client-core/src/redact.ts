const secretName =
  /token|key|secret|assertion|sig|auth|pass|pwd|cred|code|session|sessid|(?:^|[._-])sid$|ticket|saml|jwt|^x-amz-|^x-goog-/i

/** Whether the name of a header or of a member of a query suggests that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) || /^(?:proxy-)?authorization$|cookie/i.test(name)
}

/**
 * A URL fit for messages and logs: without user, password and fragment, and with the value of each query parameter
 * whose name suggests a secret replaced by `***`. Text that is no URL is cut to its part before `?`.
 */
export function redactUrl(url: string): string {
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
    secretName.test(name)
      ? `${encodeURIComponent(name)}=***`
      : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  )
  parsed.search = ''
  return query.length > 0 ? `${parsed.href}?${query.join('&')}` : parsed.href
}
