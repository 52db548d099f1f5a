/* What only Node can load. */

export { createCasClient, loadConfig, saveConfig } from '@geoclients/cas-client/node'
