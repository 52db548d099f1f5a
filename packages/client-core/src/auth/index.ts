export { type LoginOptions, login } from './login.ts'
export { type OAuth2Options, oauth2 } from './oauth2.ts'
export type { TokenOptions } from './token-request.ts'
