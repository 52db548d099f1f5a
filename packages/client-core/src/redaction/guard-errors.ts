import type { ClientErrorInit, ErrorFactory } from '../errors/client-error.ts'
import { clip } from './clip.ts'
import type { Secrets } from './secret-registry.ts'

/** Where a client keeps its secrets. Until it sends one, the registry is undefined, and its file is not loaded. */
export interface SecretHolder {
  registry: Secrets | undefined
}

/** Wraps an error factory: neither the message nor any other field shows a secret, and their length is limited. */
export function guardErrors(make: ErrorFactory, secrets: SecretHolder): ErrorFactory {
  return (init) => {
    const { code, cause, message, ...more } = init
    const { registry } = secrets
    // The message comes first, because all fields share one limit.
    const said = { message, ...more }
    const clean = clip(said, (text) => registry?.redact(text) ?? text) as typeof said
    const shown: ClientErrorInit = { ...clean, code }
    if (!('cause' in init)) return make(shown)
    // The caller's own abort reason is kept. An error as reason may still quote a request.
    const isForeign = code === 'aborted' && typeof cause !== 'string' && !(cause instanceof Error)
    return make({ ...shown, cause: isForeign || !registry ? cause : registry.redactCause(cause) })
  }
}
