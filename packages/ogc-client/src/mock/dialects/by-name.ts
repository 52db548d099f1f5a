import type { Dialect } from './dialect.ts'
import { pygeoapi } from './pygeoapi.ts'
import { strict } from './strict.ts'
import { wraptile } from './wraptile.ts'

/** The server that a mock imitates; `strict` is the standard itself. */
export type DialectName = 'strict' | 'wraptile' | 'pygeoapi'

const dialects: Readonly<Record<DialectName, Dialect>> = { strict, wraptile, pygeoapi }

/** @throws TypeError for a name that is none */
export function dialectOf(name: DialectName = 'strict'): Dialect {
  if (Object.hasOwn(dialects, name)) return dialects[name]
  throw new TypeError(`dialect is ${JSON.stringify(name)}, expected one of ${Object.keys(dialects).join(', ')}`)
}

export const dialectNames: readonly DialectName[] = Object.keys(dialects) as DialectName[]
