/** A guard taken out: a text that stands once in a file, what stands there instead, and the test that must fail then. */
export interface Mutant {
  readonly file: string
  readonly text: string
  readonly instead: string
  readonly test: string
}

const core = 'packages/client-core/src'
const ogc = 'packages/ogc-client/src'
const pipeline = `${core}/pipeline`

const of = (file: string, test: string, text: string, instead: string): Mutant => ({ file, test, text, instead })

export const mutants: readonly Mutant[] = [
  of(`${pipeline}/credentials.ts`, `${pipeline}/credentials.test.ts`, 'if (!origins.has(origin))', 'if (!origin)'),
  of(
    `${pipeline}/credentials.ts`,
    `${ogc}/link-target.test.ts`,
    'init.context?.linked ?',
    'init.context === undefined ?'
  ),
  of(
    `${pipeline}/credentials.ts`,
    `${pipeline}/middleware-secrets.test.ts`,
    'init.context?.atEnd?.(() => secrets.release(held))',
    'secrets.release(held)'
  ),
  of(
    `${pipeline}/redirects.ts`,
    `${pipeline}/redirects-elsewhere.test.ts`,
    'headers: harmlessOf(headers),',
    'headers,'
  ),
  of(
    `${pipeline}/redirects.ts`,
    `${pipeline}/secret-query.test.ts`,
    'context: { ...init.context, secretQuery: undefined },',
    ''
  ),
  of(`${pipeline}/redirects.ts`, `${pipeline}/redirects.test.ts`, ' && !target.username', ''),
  of(`${pipeline}/redirects.ts`, `${pipeline}/redirects.test.ts`, ' && !target.password', ''),
  of(
    `${pipeline}/redirects.ts`,
    `${pipeline}/redirects.test.ts`,
    "source.protocol === 'https:' && target.protocol === 'http:'",
    'false'
  ),
  of(
    `${pipeline}/transport.ts`,
    `${pipeline}/secret-query.test.ts`,
    'secrets.redactUrl(from)',
    'withoutQuery(response.url, context?.secretQuery)'
  ),
  of(`${pipeline}/transport.ts`, `${pipeline}/secret-query.test.ts`, 'secrets.stripUrl(url)', 'url'),
  of(
    `${pipeline}/redact-answer.ts`,
    `${pipeline}/secret-query.test.ts`,
    'if (!headers) return response',
    'if (headers) return response'
  ),
  of(
    `${pipeline}/total-timeout.ts`,
    `${ogc}/results/open-results.test.ts`,
    ' && !(guarded && keepsDeadline(guarded))',
    ''
  ),
  of(
    `${core}/secrets.ts`,
    `${pipeline}/secret-query.test.ts`,
    'if (this.redact(value) !== value)',
    'if (this.#known.has(value))'
  ),
  of(`${core}/secrets.ts`, `${core}/secrets.test.ts`, 'if (users > 0 && ', 'if (false && '),
  of(
    `${core}/secrets.ts`,
    `${core}/secrets.test.ts`,
    'idle <= maxIdle && this.#known.size <= maxKnown',
    'idle <= maxIdle'
  ),
  of(`${core}/secrets.ts`, `${core}/secrets.test.ts`, 'text.slice(0, maxText + margin)', 'text.slice(0, maxText)'),
  of(
    `${core}/secrets.ts`,
    `${ogc}/quoted-secrets.test.ts`,
    'if (member.length <= length) return member',
    'if (member.length >= 0) return member'
  ),
  of(`${core}/cause-copy.ts`, `${core}/secrets.test.ts`, "if (typeof value === 'function') return true", ''),
  of(`${core}/cause-copy.ts`, `${core}/secrets.test.ts`, 'Reflect.ownKeys(value)', 'Object.keys(value)'),
  of(`${core}/cause-copy.ts`, `${core}/secrets.test.ts`, "if (member?.get && key !== 'stack') return undefined", ''),
  of(`${core}/cause-copy.ts`, `${core}/secrets.test.ts`, '!own.some((key) => key in error)', 'true'),
  of(`${core}/redact.ts`, `${core}/redact.test.ts`, '|ticket', ''),
  of(`${core}/quotations.ts`, `${core}/secrets.test.ts`, 'layer <= maxLayers', 'layer <= 0'),
  of(`${core}/auth/oauth2.ts`, `${core}/auth/oauth2.test.ts`, 'secrets.add(clientSecret)', ''),
  of(
    `${core}/auth/token-request.ts`,
    `${core}/auth/token-request.test.ts`,
    'if (form.refresh_token) this.secrets.add(form.refresh_token)',
    ''
  ),
  of(
    `${core}/node/oidc/issuer.ts`,
    `${core}/node/oidc/oidc-login.test.ts`,
    'if (options.clientSecret) secrets.add(options.clientSecret)',
    ''
  ),
  of(`${core}/node/oidc/issuer.ts`, `${core}/node/oidc/oidc-login.test.ts`, 'this.#secrets.add(token)', ''),
  of(`${core}/node/update-config.ts`, `${core}/node/save-settings.test.ts`, 'if (left) {', 'if (left === null) {'),
  of(
    `${core}/node/update-config.ts`,
    `${core}/node/save-settings.test.ts`,
    'dropTellingComments(document, secrets)',
    ''
  ),
  of(`${ogc}/ogc-error.ts`, `${ogc}/quoted-secrets.test.ts`, 'return error(init)', 'return new OgcError(init)'),
  of(
    `${ogc}/results/lazy-parts.ts`,
    `${ogc}/results/open-results.test.ts`,
    'this.#overhead > this.#maxOverhead',
    'this.#overhead < 0'
  )
]
