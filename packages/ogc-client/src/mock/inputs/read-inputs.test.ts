import { beforeAll, expect, test } from 'vitest'
import type { InputDescription } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { loadValidator } from '../validator.ts'
import { readInputs } from './read-inputs.ts'

beforeAll(loadValidator)

const described: Record<string, InputDescription> = {
  size: { schema: { type: 'integer', minimum: 1 } },
  name: { minOccurs: 0, schema: { type: 'string' } },
  colour: { minOccurs: 0, schema: { type: 'string', default: 'red' } },
  bands: { minOccurs: 1, maxOccurs: 3, schema: { type: 'string' } },
  pairs: { minOccurs: 0, maxOccurs: 'unbounded', schema: { type: 'array', items: { type: 'number' } } }
}

const read = (given: JsonValue | undefined): unknown => readInputs(given, { id: 'p', version: '1', inputs: described })

test('fills in defaults and leaves out what is optional', () => {
  expect(read({ size: 1, bands: ['a'] })).toEqual({ size: 1, colour: 'red', bands: ['a'] })
})

test('an input of several values takes one alone, too', () => {
  expect(read({ size: 1, bands: 'a' })).toMatchObject({ bands: ['a'] })
  expect(read({ size: 1, bands: { value: 'a' } })).toMatchObject({ bands: ['a'] })
})

test('several arrays are an array of arrays', () => {
  expect(read({ size: 1, bands: 'a', pairs: [[1, 2], { value: [3] }] })).toMatchObject({ pairs: [[1, 2], [3]] })
})

test.each([
  [{ bands: 'a' }, "Input 'size' is missing: 1 value must be given."],
  [{ size: 1 }, "Input 'bands' is missing: 1 to 3 values must be given."],
  [{ size: 1, bands: [] }, "Input 'bands' must be given 1 to 3 values, not 0."],
  [{ size: 1, bands: ['a', 'b', 'c', 'd'] }, "Input 'bands' must be given 1 to 3 values, not 4."],
  [{ size: 1, bands: ['a', 2] }, "Input 'bands' at 1 must be text, not 2."],
  [{ size: 0, bands: 'a' }, "Input 'size' must be at least 1, not 0."],
  [{ size: null, bands: 'a' }, "Input 'size' must be a whole number, not null."],
  [
    { size: 1, bands: 'a', foo: 1 },
    "'foo' is not an input of this process, which has size, name, colour, bands, pairs."
  ],
  [{ size: 1, bands: 'a', toString: 1 }, "'toString' is not an input"],
  [[1], 'The inputs, a list of 1, must be an object of values by input id.'],
  [undefined, "Input 'size' is missing"]
])('%j is refused', (given, message) => {
  expect(() => read(given)).toThrow(message)
})

test('all that is wrong is said at once', () => {
  expect(() => read({ size: 'x', colour: 2, foo: 1 })).toThrow(/'foo'.*'size'.*'colour'.*'bands'/)
})

test('a process without inputs takes none', () => {
  expect(readInputs(undefined, { id: 'p', version: '1' })).toEqual({})
  expect(() => readInputs({ a: 1 }, { id: 'p', version: '1' })).toThrow(
    "'a' is not an input of this process, which has none."
  )
})
