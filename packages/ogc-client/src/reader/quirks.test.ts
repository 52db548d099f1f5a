import { expect, test } from 'vitest'
import { idAndValue, outputsArray } from './quirks.ts'

test('pygeoapi’s raw result is an id and a value', () => {
  expect(idAndValue({ id: 'echo', value: null })).toEqual([['echo', null]])
  expect(idAndValue({ id: 'echo', value: 1, other: 2 })).toBeUndefined()
  expect(idAndValue({ id: 5, value: 1 })).toBeUndefined()
  expect(idAndValue({ id: 'echo' })).toBeUndefined()
})

test('pygeoapi’s document is a list of those', () => {
  expect(
    outputsArray({
      outputs: [
        { id: 'a', value: 1 },
        { id: 'b', value: [2] }
      ]
    })
  ).toEqual([
    ['a', 1],
    ['b', [2]]
  ])
  expect(outputsArray({ outputs: [] })).toEqual([])
  expect(outputsArray({ outputs: [{ id: 'a', value: 1 }, { id: 'b' }] })).toBeUndefined()
  expect(outputsArray({ outputs: [1] })).toBeUndefined()
  expect(outputsArray({ outputs: { a: 1 } })).toBeUndefined()
  expect(outputsArray({ outputs: [], links: [] })).toBeUndefined()
})
