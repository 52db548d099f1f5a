import type { Dialect } from './dialect.ts'
import { pygeoapi } from './pygeoapi.ts'
import { strict } from './strict.ts'
import { version2 } from './version-2.ts'
import { wraptile } from './wraptile.ts'

/** The server that a mock imitates. `strict` is version 1.0 of the standard, `2.0` is version 2.0. */
export type DialectName = 'strict' | '2.0' | 'wraptile' | 'pygeoapi'

const dialects: Readonly<Record<DialectName, Dialect>> = { strict, '2.0': version2, wraptile, pygeoapi }

/** @throws TypeError for an unknown name */
export function dialectOf(name: DialectName = 'strict'): Dialect {
  if (Object.hasOwn(dialects, name)) return dialects[name]
  throw new TypeError(`dialect is ${JSON.stringify(name)}, expected one of ${Object.keys(dialects).join(', ')}`)
}

export const dialectNames: readonly DialectName[] = Object.keys(dialects) as DialectName[]
