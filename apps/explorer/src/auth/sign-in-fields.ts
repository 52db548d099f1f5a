import type { SignIn, SignInKind } from './sign-in.ts'

export interface SignInField {
  readonly name: string
  readonly type: 'text' | 'password' | 'url'
  readonly isOptional?: boolean
  readonly value?: string
}

const password: SignInField = { name: 'password', type: 'password' }
const userName: SignInField = { name: 'userName', type: 'text' }

/** The form fields of each way of signing in. */
export const signInFields: Readonly<Record<SignInKind, readonly SignInField[]>> = {
  token: [{ name: 'token', type: 'password' }],
  key: [
    { name: 'key', type: 'password' },
    { name: 'header', type: 'text', value: 'X-API-Key' }
  ],
  basic: [userName, password],
  form: [{ name: 'url', type: 'url' }, userName, password],
  oauth2: [
    { name: 'url', type: 'url' },
    { name: 'clientId', type: 'text' },
    { name: 'clientSecret', type: 'password' }
  ],
  oidc: [
    { name: 'issuer', type: 'url' },
    { name: 'clientId', type: 'text' },
    { name: 'scope', type: 'text', value: 'openid' }
  ]
}

/** The entered values by field name. */
export function readFields(kind: SignInKind, form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(signInFields[kind].map(({ name }) => [name, String(form.get(name) ?? '').trim()]))
}

/** A sign-in from the entered values. Not for OpenID Connect, which needs a login first. */
export const signInFrom = (kind: Exclude<SignInKind, 'oidc'>, fields: Readonly<Record<string, string>>): SignIn =>
  ({ kind, ...fields }) as SignIn
