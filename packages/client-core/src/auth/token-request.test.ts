import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { tokenService } from '../testing/network/token-service.ts'
import { rejection } from '../testing/rejection.ts'
import { TokenEndpoint } from './token-request.ts'

test('a refresh token that is refused is not shown, wherever it came from', async () => {
  const { fetch } = tokenService(({ refresh_token }) =>
    Response.json({ error: `no ${refresh_token}` }, { status: 400 })
  )
  const endpoint = new TokenEndpoint(new URL('https://login.example/token'), { fetch })
  const { signal } = new AbortController()
  const error = await rejection(endpoint.request({ form: { refresh_token: 'hunter2-stored' }, safe: false, signal }))
  expect(error.message).toMatch(/: no \*\*\*$/)
  expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
})
