import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { tokenService } from '../testing/network/token-service.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection, thrown } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { type LoginOptions, login } from './login.ts'

const options = { url: 'https://login.example/login', userName: 'ann', password: 'hunter2' }
const context = { origin, signal: new AbortController().signal }
const clock = new VirtualClock(0)

test('posts a form and uses the token that comes back, once for all requests', async () => {
  const { fetch, forms } = tokenService(() => ({ data: { authToken: 'abc' } }))
  const auth = login({ ...options, fetch, clock })
  expect([await auth(context), await auth(context)]).toEqual(Array(2).fill({ Authorization: 'Bearer abc' }))
  expect(forms).toEqual([{ username: 'ann', password: 'hunter2' }])
})

test('the token as it is in another header, the fields by other names', async () => {
  const { fetch, forms } = tokenService(() => new Response('abc1'))
  const auth = login({ ...options, header: 'X-Auth-Token', fields: { userName: 'user' }, fetch, clock })
  expect(await auth(context)).toEqual({ 'X-Auth-Token': 'abc1' })
  expect(forms).toEqual([{ user: 'ann', password: 'hunter2' }])
})

test.each([undefined, 'PRIVATE-TOKEN'])('a 401 makes it log in again, once (header %s)', async (header) => {
  const { fetch, forms } = tokenService((_, turn) => ({ token: `t${turn}` }))
  const refusing = () => new Response(null, { status: 401 })
  const { send, sent } = testPipeline([refusing, () => new Response('{}')], {
    auth: login({ ...options, header, fetch, clock })
  })
  expect((await send(`${origin}/base`, {})).status).toBe(200)
  const name = header ?? 'Authorization'
  expect(sent.map(({ headers }) => headers.get(name)?.slice(-2))).toEqual(['t1', 't2'])
  expect(forms).toHaveLength(2)
})

test('a service that is down for a moment is asked again', async () => {
  const clock = new VirtualClock(0)
  const { fetch, forms } = tokenService((_, turn) =>
    turn < 3 ? new Response(null, { status: 503 }) : { token: 'abc' }
  )
  const given = login({ ...options, fetch, clock })(context)
  await clock.advance(10_000)
  expect([await given, forms.length]).toEqual([{ Authorization: 'Bearer abc' }, 3])
})

test('a wrong password is an auth error that says so, and does not show it', async () => {
  const { fetch } = tokenService(() => Response.json({ detail: 'no such user: ann/hunter2' }, { status: 401 }))
  const error = await rejection(Promise.resolve(login({ ...options, fetch, clock })(context)))
  expect(error).toMatchObject({
    code: 'auth',
    message: 'POST https://login.example/login returned 401: no such user: ann/***'
  })
  expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
})

test.each<[object | undefined, string]>([
  [undefined, 'options must be an object with url, userName and password'],
  [
    { ...options, url: 'http://login.example' },
    'url must be an absolute https URL without user, password or fragment (http only for this machine), got http://login.example/'
  ],
  [{ ...options, userName: '' }, 'userName must be a non-empty string'],
  [{ ...options, userName: 5 }, 'userName must be a non-empty string'],
  [{ ...options, password: undefined }, 'password must be a string'],
  [{ ...options, header: 'X Y' }, 'header must be the name of a header'],
  [{ ...options, timeout: 0 }, 'timeout must be a positive, finite number of milliseconds, got 0'],
  [{ ...options, leeway: -1 }, 'leeway must be a positive, finite number of milliseconds, got -1']
])('%j is refused', async (given, message) => {
  const error = await thrown(() => login(given as LoginOptions))
  expect([error.code, error.message]).toEqual(['invalid-argument', message])
})
