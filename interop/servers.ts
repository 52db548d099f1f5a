import type { Server } from './server.ts'
import { startCas, startCasWithKeys, startCasWithLimit } from './servers/cas.ts'
import { startWraptile } from './servers/wraptile.ts'

export type ServerName = 'wraptile' | 'cas' | 'cas-keys' | 'cas-limit'

/** Every real server that can be started here, by the name that tests and commands use. */
export const servers: Readonly<Record<ServerName, () => Promise<Server>>> = {
  wraptile: startWraptile,
  cas: startCas,
  'cas-keys': startCasWithKeys,
  'cas-limit': startCasWithLimit
}
