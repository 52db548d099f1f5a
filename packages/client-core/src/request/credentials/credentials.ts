import { onDemand, type PartCore, withPart } from '../../on-demand/load.ts'
import type { SecretHolder } from '../../redaction/guard-errors.ts'
import type { CredentialsMode, HeaderMap, Layer } from '../../types/call.ts'
import { hasOrigin } from '../../utils/origin.ts'
import { isSecretName } from '../../utils/redact-url.ts'
import { harmlessOf, withoutCookies } from '../redirect/safe-headers.ts'
import type { Auth } from './read-credentials.ts'

export interface CredentialsOptions extends PartCore {
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
 * chose the address, this also applies to the headers of the call. The code that adds them, and that hides secrets, is
 * loaded for the first such request.
 */
export function credentials(options: CredentialsOptions): Layer {
  const { origins, auth, headers, credentials: mode } = options
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
    const { signal } = call.settings
    if (signal?.aborted) return next(request, call) // which sends nothing
    return withPart(options, onDemand, { signal, timeout: call.left }, ({ sendIdentified }) =>
      sendIdentified(next, request, call, origin, options)
    )
  }
}
