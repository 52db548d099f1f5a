import type { Auth } from '../request/credentials/read-credentials.ts'
import type { Token } from './token.ts'
import type { TokenKeeper } from './token-cache.ts'

/** An `Auth` from a keeper of tokens: as Bearer token, or as it is in a header of another name. */
export function tokenAuth(keeper: Pick<TokenKeeper, 'get'>, header?: string): Auth {
  const name = header ?? 'Authorization'
  const value = ({ accessToken }: Token): string => (header === undefined ? `Bearer ${accessToken}` : accessToken)
  return async ({ signal, refused }) => {
    const wrong = refused?.[name.toLowerCase()]
    return { [name]: value(await keeper.get(signal, (token) => value(token) === wrong)) }
  }
}
