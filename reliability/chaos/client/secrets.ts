import { type Auth, apiKey, basic, bearer } from '@geoclients/ogc-client'
import type { SignIn } from '../scenario.ts'

const token = 'Zq9-tok/en+of=this~run_8f41'
const password = 'pa55 wörd & more%20'

/** What signs a client in, and how it could be betrayed. */
export interface Credentials {
  readonly auth: Auth | undefined
  /** Forms of the secret that must stand nowhere. */
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

/** Every text that an error shows somewhere: its own and its causes' members, and what JSON makes of it. */
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
