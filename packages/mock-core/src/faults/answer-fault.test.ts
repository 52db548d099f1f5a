import { expect, test } from 'vitest'
import { createMock } from '../create-mock.ts'

test('a function answers in place of the mock, which does not see the request', async () => {
  let seen = 0
  const answer = async (): Promise<Response> => {
    seen += 1
    return new Response('mock')
  }
  const mock = createMock({ baseUrl: 'http://mock.test', answer, onReset: () => {} })
  mock.failNext(async (request) => new Response(request.url, { status: 418 }), { times: 2, path: '/tea' })
  expect(await (await mock.fetch('http://mock.test/')).text()).toBe('mock')
  const [first, second] = [await mock.fetch('http://mock.test/tea'), await mock.fetch('http://mock.test/tea')]
  expect([first.status, await first.text(), second.status]).toEqual([418, 'http://mock.test/tea', 418])
  expect(seen).toBe(1)
  expect(await (await mock.fetch('http://mock.test/tea')).text()).toBe('mock')
})
