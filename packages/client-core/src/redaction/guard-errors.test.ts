import { expect, test } from 'vitest'
import type { ClientError } from '../errors/client-error.ts'
import { makeError } from '../testing/make-error.ts'
import { guardErrors, type SecretHolder } from './guard-errors.ts'
import { Secrets } from './secret-registry.ts'

const cause = new Error('hunter2')
const failure = { code: 'network', message: 'hunter2', cause } as const

test('before a secret was sent, errors stay as they are', () => {
  const holder: SecretHolder = { registry: undefined }
  expect(guardErrors(makeError, holder)(failure)).toMatchObject({ message: 'hunter2', cause })
})

test('from the first secret on, the same factory hides it', () => {
  const holder: SecretHolder = { registry: undefined }
  const make = guardErrors(makeError, holder)
  holder.registry = new Secrets()
  holder.registry.add('hunter2')
  const error: ClientError = make(failure)
  expect([error.message, (error.cause as Error).message]).toEqual(['***', '***'])
})

test.each<[string, SecretHolder]>([
  ['without', { registry: undefined }],
  ['with', new Secrets()]
])('the length of a message is limited %s secrets', (_, holder) => {
  const { message } = guardErrors(makeError, holder)({ code: 'network', message: 'x'.repeat(1_000_000) })
  expect(message.length).toBeLessThan(70_000)
})
