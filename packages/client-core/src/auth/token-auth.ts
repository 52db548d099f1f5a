import type { Auth } from '../request/credentials/read-credentials.ts'
import type { Token } from './token.ts'
import type { TokenKeeper } from './token-keeper.ts'

/** An `Auth` that sends the keeper's token as a Bearer token, or unchanged in another header. */
export function tokenAuth(keeper: Pick<TokenKeeper, 'get'>, header?: string): Auth {
  const name = header ?? 'Authorization'
  const value = ({ accessToken }: Token): string => (header === undefined ? `Bearer ${accessToken}` : accessToken)
  return async ({ signal, refused }) => {
    const wrong = refused?.[name.toLowerCase()]
    return { [name]: value(await keeper.get(signal, (token) => value(token) === wrong)) }
  }
}
