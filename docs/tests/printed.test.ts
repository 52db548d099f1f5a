import { expect, test } from 'vitest'
import { asPrinted, comparable, promised } from './printed.ts'

test('what an example says that it prints', () => {
  expect(promised("console.log(f(1)) // 2\nconsole.log('a')\nif (x) console.log(x, g()) // [1, 2]\n")).toEqual([
    '2',
    undefined,
    '[1, 2]'
  ])
})

test('spaces and quotes are a matter of style', () => {
  expect(asPrinted([['a', 'b'], 'c', undefined])).toBe(comparable("[ 'a', 'b' ] c undefined"))
})
