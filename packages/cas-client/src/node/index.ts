export type { ConfigPlace, Environment, LoadConfigOptions, SaveOptions } from '@geoclients/client-core/node'
export { type CasConfig, loadConfig, saveConfig } from './config.ts'
export { type CreateCasClientOptions, createCasClient } from './create-cas-client.ts'
