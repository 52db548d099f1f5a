export type { ConfigPlace, Environment, SaveOptions } from '@geoclients/client-core/node'
export { type CasConfig, type LoadConfigOptions, loadConfig, saveConfig } from './config.ts'
export { type CreateCasClientOptions, createCasClient } from './create-cas-client.ts'
