import { expect, test } from 'vitest'
import { Secrets } from '../../redaction/secret-registry.ts'
import { replyOf } from '../../testing/network/reply.ts'
import { handOut } from './hand-out.ts'

test('a cookie of two stays two', async () => {
  const headers = new Headers([
    ['Set-Cookie', 'a=hunter2'],
    ['Set-Cookie', 'b=1']
  ])
  const secrets = new Secrets()
  secrets.add('hunter2')
  const response = handOut(await replyOf(new Response('', { headers })), secrets)
  expect(response.headers.getSetCookie()).toEqual(['a=***', 'b=1'])
})
