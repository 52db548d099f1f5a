import type { ErrorFactory } from '../../errors/client-error.ts'
import { onDemand } from '../../on-demand/load.ts'
import type { SecretHolder } from '../../redaction/guard-errors.ts'
import type { CredentialsMode, HeaderMap, Layer } from '../../types/call.ts'
import { hasOrigin } from '../../utils/origin.ts'
import { isSecretName } from '../../utils/redact-url.ts'
import { harmlessOf, withoutCookies } from '../redirect/safe-headers.ts'
import type { Auth } from './read-credentials.ts'

export interface CredentialsOptions {
  readonly error: ErrorFactory
  /** The service's own origin and the trusted ones. */
  readonly origins: readonly string[]
  readonly secrets: SecretHolder
  readonly auth?: Auth | undefined
  /** The configured headers with lower-case names. They may contain secrets too. */
  readonly headers: HeaderMap
  readonly credentials?: CredentialsMode | undefined
}

/**
 * Adds the configured headers and credentials only to requests to the client's own origin or to a trusted one. If the server
 * chose the address, this also applies to the headers of the call. What adds them, and hides secrets, is loaded with the first.
 */
export function credentials(options: CredentialsOptions): Layer {
  const { error, origins, auth, headers, credentials: mode } = options
  const isPlain = !auth && Object.keys(headers).length === 0 && mode === undefined
  return (next) => (request, call) => {
    const origin = request.isOwn ? origins[0] : origins.find((own) => hasOrigin(request.url, own))
    if (origin === undefined) {
      if (!request.linked) return next(request, call)
      // Otherwise a browser would send cookies if the link leads to the page's own origin.
      const more = { headers: harmlessOf(request.headers), credentials: request.credentials ?? withoutCookies() }
      return next({ ...request, ...more }, call)
    }
    if (isPlain && !Object.keys(request.given ?? {}).some(isSecretName)) return next(request, call)
    const { there } = onDemand
    if (there) return there.sendIdentified(next, request, call, origin, options)
    const loaded = call.within(() => onDemand.load(error))
    return loaded.then(({ sendIdentified }) => sendIdentified(next, request, call, origin, options))
  }
}
