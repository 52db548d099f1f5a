export {
  type ConfigPlace,
  type Environment,
  fileTokenStore,
  type LoadConfigOptions,
  type OidcLoginOptions,
  type OidcSession,
  oidcLogin,
  type SaveOptions,
  type TokenKey,
  type TokenStore
} from '@geoclients/client-core/node'
export {
  type AuthSettings,
  loadConfig,
  type OgcConfig,
  type PartialAuthSettings,
  saveConfig
} from './config.ts'
export { type CreateOgcClientOptions, createOgcClient, defaultTokenStore } from './create-ogc-client.ts'
export { type SaveOutputOptions, saveOutput } from './save-output.ts'
