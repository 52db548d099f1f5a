import { expect, test } from 'vitest'
import type { Change } from './changes.ts'
import { unexplained } from './unexplained.ts'

const api = (state: object, more: object = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'Demo', version: '1' },
  ...more,
  paths: {},
  components: { schemas: { State: state } }
})
const text = { type: 'string' }
const cosmetic: Change = { rating: 'cosmetic', subject: 'The API', text: 'A text.' }
const added: Change = { ...cosmetic, rating: 'added' }
const found = async (...args: Parameters<typeof unexplained>): Promise<readonly string[]> =>
  (await unexplained(...args)).map(({ rating, text }) => `${rating}: ${text}`)

test('types that differ are breaking where only texts were found', async () => {
  const message = 'breaking: The generated types differ, and no change that was found says why. Compare them.'
  expect(await found(api(text), api({ type: 'number' }), [])).toEqual([message])
  expect(await found(api(text), api({ type: 'number' }), [cosmetic])).toEqual([message])
  expect(await found(api(text), api({ type: 'number' }), [added])).toEqual([])
})

test('a difference that is not in the types is not passed over', async () => {
  const message = 'breaking: The contracts differ, and no change was found. Compare them.'
  expect(await found(api(text), api(text, { 'x-limit': 3 }), [])).toEqual([message])
  expect(await found(api(text), api({ ...text, prefixItems: [1, 2] }), [])).toEqual([message])
})

test('comments and the order of lists explain themselves', async () => {
  expect(await found(api(text), api({ ...text, description: 'A state.' }), [cosmetic])).toEqual([])
  expect(
    await found(
      api(text, { tags: [{ name: 'a' }, { name: 'b' }] }),
      api(text, { tags: [{ name: 'b' }, { name: 'a' }] }),
      []
    )
  ).toEqual([])
})
