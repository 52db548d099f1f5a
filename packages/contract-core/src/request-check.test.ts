import { expect, test } from 'vitest'
import { createOperationFinder } from './operations.ts'
import { requestViolations } from './request-check.ts'

const subscriber = { type: 'object', required: ['successUri'], properties: { successUri: { type: 'string' } } }
const body = { type: 'object', properties: { subscriber: { $ref: '#/components/schemas/subscriber' } } }
const document = {
  paths: { '/run': { post: { requestBody: { content: { 'application/json': { schema: body } } }, responses: {} } } },
  components: { schemas: { subscriber } }
}
const found = createOperationFinder(document, 'http://x.test').find('POST', 'http://x.test/run')

test('what a member of the body lacks is told with its path', () => {
  if (!found) throw new Error('the operation is not found')
  const of = (sent: object): string[] => requestViolations(document, found, JSON.stringify(sent))
  expect(of({ subscriber: {} })).toEqual(["request body/subscriber must have required property 'successUri'"])
  expect(of({ subscriber: { successUri: 'x' }, other: {} })).toEqual([])
  expect(of({})).toEqual([])
})
