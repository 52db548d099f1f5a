/* What only Node can load. */

export { homedir } from 'node:os'
export { join } from 'node:path'
export { mswHandlers } from '@geoclients/ogc-client/mock/msw'
export {
  createOgcClient,
  defaultTokenStore,
  fileTokenStore,
  loadConfig,
  oidcLogin,
  saveConfig,
  saveOutput
} from '@geoclients/ogc-client/node'
export { generateProcessTypes, loadReferences, readDescriptions } from '@geoclients/typegen'
export { setupServer } from 'msw/node'
