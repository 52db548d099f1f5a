import type { Server } from './server.ts'
import { startCas, startCasWithKeys, startCasWithLimit } from './servers/cas.ts'
import { startPygeoapi, startPygeoapiWithFeatures, startPygeoapiWithoutManager } from './servers/pygeoapi.ts'
import { startWraptile, startWraptileForContract } from './servers/wraptile.ts'

export type ServerName =
  | 'wraptile'
  | 'wraptile-contract'
  | 'pygeoapi'
  | 'pygeoapi-without-manager'
  | 'pygeoapi-features'
  | 'cas'
  | 'cas-keys'
  | 'cas-limit'

/** Every real server that can be started here, by the name in tests and commands. */
export const servers: Readonly<Record<ServerName, () => Promise<Server>>> = {
  wraptile: startWraptile,
  'wraptile-contract': startWraptileForContract,
  pygeoapi: startPygeoapi,
  'pygeoapi-without-manager': startPygeoapiWithoutManager,
  'pygeoapi-features': startPygeoapiWithFeatures,
  cas: startCas,
  'cas-keys': startCasWithKeys,
  'cas-limit': startCasWithLimit
}
