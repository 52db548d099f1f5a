import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const named = (name: string, ...needs: string[]) => ({ name, needs })

test('a package follows those that it needs; what is elsewhere does not count', () => {
  const packages = [named('a', 'c', 'yaml'), named('b'), named('c', 'd'), named('d')]
  expect(inOrder(packages).map(({ name }) => name)).toEqual(['b', 'd', 'c', 'a'])
})

test('those that need each other have no order', () => {
  expect(() => inOrder([named('a', 'b'), named('b', 'a'), named('c')])).toThrow('these packages need each other: a, b')
})
