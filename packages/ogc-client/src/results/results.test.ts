import { expect, test } from 'vitest'
import { read } from '../testing/read-results.ts'
import { thrown } from '../testing/received.ts'

test('results are known by their ids, in the order of the answer', async () => {
  const results = await read({ body: '{"b":1,"a":{"href":"https://s.example/a"}}', type: 'application/json' })
  expect(results.size).toBe(2)
  expect([results.has('a'), results.has('c')]).toEqual([true, false])
  expect(results.get('b')).toMatchObject({ kind: 'value', value: 1 })
  expect([...results].map(([id, { kind }]) => [id, kind])).toEqual([
    ['b', 'value'],
    ['a', 'reference']
  ])
  expect(JSON.stringify(results)).toBe('{"b":1,"a":{"href":"https://s.example/a"}}')
})

test('an output that is not there is an error that names those that are', async () => {
  const results = await read({ body: '{"mean":1,"a \\"b\\"":2}', type: 'application/json' })
  expect(thrown(() => results.get('maen'))).toMatchObject({
    code: 'no-such-output',
    message: 'there is no output "maen"; there are "mean", "a \\"b\\""'
  })
})

test('results without outputs say so', async () => {
  const results = await read({ status: 204 })
  expect(thrown(() => results.get('constructor')).message).toBe(
    'there is no output "constructor"; the results are empty'
  )
})
