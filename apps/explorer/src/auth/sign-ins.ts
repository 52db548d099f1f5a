import { useSyncExternalStore } from 'react'
import type { SignIn } from './sign-in.ts'

export type ServiceKind = 'ogc' | 'cas'

const prefix = 'geoclients.sign-in '
const inMemory = new Map<string, SignIn>()
const listeners = new Set<() => void>()

/** The name of a service in the store, because a credential is for one address only. */
export const serviceName = (kind: ServiceKind, address: string): string => `${kind} ${address}`

/** The sign-in to a service. It is kept in memory, and in the tab only on request. */
export function signInOf(service: string): SignIn | undefined {
  const known = inMemory.get(service)
  if (known) return known
  const kept = sessionStorage.getItem(prefix + service)
  if (kept === null) return undefined
  const signIn = JSON.parse(kept) as SignIn
  inMemory.set(service, signIn)
  return signIn
}

export function keepSignIn(service: string, signIn: SignIn, keepsInTab: boolean): void {
  inMemory.set(service, signIn)
  if (keepsInTab) sessionStorage.setItem(prefix + service, JSON.stringify(signIn))
  else sessionStorage.removeItem(prefix + service)
  for (const listener of listeners) listener()
}

export function forgetSignIn(service: string): void {
  inMemory.delete(service)
  sessionStorage.removeItem(prefix + service)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Follows the sign-in to a service; undefined if there is none. */
export function useSignIn(kind: ServiceKind, address: string | undefined): SignIn | undefined {
  return useSyncExternalStore(subscribe, () => (address ? signInOf(serviceName(kind, address)) : undefined))
}
