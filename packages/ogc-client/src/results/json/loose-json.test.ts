import { expect, test } from 'vitest'
import { read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'
import { insteadOfLoose, tryLooseJson } from './loose-json.ts'

const many = `[${'NaN,'.repeat(6_300_000)}1]`

test('NaN and Infinity are null, but not in a string', () => {
  expect(tryLooseJson('{"a":NaN,"b":[-Infinity,"NaN \\" NaN\\\\",NaN]}')).toEqual({
    a: null,
    b: [null, 'NaN " NaN\\', null]
  })
  expect(tryLooseJson(`[${'NaN,'.repeat(1_000_000)}1]`)).toHaveLength(1_000_001)
})

test.each(['["a"', '[NaN', '["NaN', '["NaN\\', 'NaN NaN', 'N', '[I]', '- NaN'])('%s is no JSON with NaN', (text) => {
  expect(tryLooseJson(text)).toBeUndefined()
  expect(insteadOfLoose(text)).toBeUndefined()
})

test('a text that is too long for that is refused, and says why', async () => {
  expect(tryLooseJson(many)).toBeUndefined()
  expect(await rejection(read({ body: many, type: 'application/json', maxBodyBytes: 1e9 }))).toMatchObject({
    code: 'malformed-body',
    message: expect.stringContaining(
      'is not JSON without NaN and Infinity, which are read as null in up to 25165824 characters'
    )
  })
})
