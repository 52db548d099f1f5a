import type { ProcessDescription } from '@geoclients/ogc-client'
import { expect, test } from 'vitest'
import { type Choosable, choosable, readChoice, withWish } from './output-choice.ts'

const description: ProcessDescription = {
  id: 'a',
  version: '1',
  outputTransmission: ['value', 'reference'],
  outputs: {
    map: {
      title: 'Map',
      schema: {
        oneOf: [
          { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/tiff' },
          { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/png' }
        ]
      }
    },
    mean: { schema: { type: 'number' } }
  }
}
const all = choosable(description) as Choosable

test('outputs, media types and modes can be chosen where there are several', () => {
  expect(all).toEqual({
    outputs: [
      { id: 'map', title: 'Map', mediaTypes: ['image/tiff', 'image/png'] },
      { id: 'mean', title: 'mean', mediaTypes: [] }
    ],
    modes: ['value', 'reference']
  })
  const { mean } = description.outputs ?? {}
  if (!mean) throw new Error('The description has no such output.')
  expect(choosable({ id: 'b', version: '1', outputTransmission: ['value'], outputs: { mean } })).toBeUndefined()
  expect(choosable({ id: 'c', version: '1' })).toBeUndefined()
})

test('a choice names all that is wanted, and is none if it is what the server does anyway', () => {
  const png = withWish(all, undefined, 'map', { format: { mediaType: 'image/png' } })
  expect(png).toEqual({ map: { format: { mediaType: 'image/png' } }, mean: {} })
  expect(withWish(all, png, 'mean', undefined)).toEqual({ map: { format: { mediaType: 'image/png' } } })
  expect(withWish(all, png, 'map', {})).toBeUndefined()
  expect(withWish(all, { mean: {} }, 'map', {})).toBeUndefined()
})

test('a link may hold anything', () => {
  expect(readChoice('{"mean":{"transmissionMode":"reference"},"other":{}}', all)).toEqual({
    mean: { transmissionMode: 'reference' }
  })
  for (const text of [undefined, '{', 'null', '[]', '{"other":{}}', '{"mean":1}'])
    expect(readChoice(text, all)).toBeUndefined()
})
