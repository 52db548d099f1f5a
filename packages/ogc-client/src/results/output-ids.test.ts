import { expect, test } from 'vitest'
import { nameOutputs, UniqueNames } from './output-ids.ts'

test('UniqueNames: no two names are alike', () => {
  const unique = new UniqueNames()
  expect(['a', 'a', 'a.2', 'b', 'a'].map((name) => unique.of(name))).toEqual(['a', 'a.2', 'a.2.2', 'b', 'a.3'])
})

test.each<[names: (string | undefined)[], ids: string[], expected: string[]]>([
  [
    ['b', 'a'],
    ['a', 'b'],
    ['b', 'a']
  ],
  [
    ['x', 'y'],
    ['a', 'b'],
    ['a', 'b']
  ],
  [
    ['b', 'y'],
    ['a', 'b'],
    ['b', 'a']
  ],
  [
    ['a', 'a'],
    ['a', 'b'],
    ['a', 'b']
  ],
  [['x'], ['a', 'b'], ['x']],
  [[undefined], ['a', 'b'], ['a']],
  [
    [undefined, 'a'],
    ['a', 'b'],
    ['b', 'a']
  ],
  [[undefined, undefined], [], ['result', 'result.2']],
  [['x', 'x'], [], ['x', 'x.2']]
])('nameOutputs: %j of a process with %j', (names, ids, expected) => {
  expect(nameOutputs(names, ids)).toEqual(expected)
})
