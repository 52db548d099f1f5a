import { type Auth, apiKey, basic, bearer } from '@geoclients/ogc-client'
import type { SignIn } from '../scenario.ts'

const token = 'Zq9-tok/en+of=this~run_8f41'
const password = 'pa55 wörd & more%20'

/** The credentials of a client, and the forms in which they could leak. */
export interface Credentials {
  readonly auth: Auth | undefined
  /** Forms of the secret that must not appear anywhere. */
  readonly forms: readonly string[]
}

const forms = (secret: string): string[] => [secret, encodeURIComponent(secret)]

const basicToken = btoa(String.fromCharCode(...new TextEncoder().encode(`ann:${password}`)))

export const credentialsFor: Readonly<Record<SignIn, () => Credentials>> = {
  none: () => ({ auth: undefined, forms: [] }),
  bearer: () => ({ auth: bearer(token), forms: forms(token) }),
  basic: () => ({ auth: basic({ userName: 'ann', password }), forms: [...forms(password), basicToken] }),
  'header-key': () => ({ auth: apiKey({ key: token }), forms: forms(token) }),
  'query-key': () => ({ auth: apiKey({ key: token, query: 'key' }), forms: forms(token) })
}

/** All texts of an error: its members, those of its causes, and its JSON. */
export function textsOf(error: unknown, depth = 0): string[] {
  if (typeof error === 'string') return [error]
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const names = new Set([...Object.getOwnPropertyNames(error), 'name', 'message', 'stack', 'cause'])
  const members = [...names].flatMap((name) => textsOf(Reflect.get(error, name), depth + 1))
  return depth === 0 ? [...members, String(error), safeJson(error)] : members
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch (error) {
    return String(error)
  }
}
