export { type LoginOptions, login, type OAuth2Options, oauth2, type TokenOptions } from '@geoclients/client-core/auth'
