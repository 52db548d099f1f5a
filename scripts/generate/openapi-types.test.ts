import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { atlas, atlasText } from '../testing/atlas.ts'
import { openapiTypes } from './openapi-types.ts'

let types = ''
beforeAll(async () => {
  types = await openapiTypes(parse(atlasText), atlas)
})

test.each([
  [
    'a handwritten type stands in for its schema',
    "import type { JsonValue as HandwrittenJsonValue } from '../json-value.ts'\n",
    '\n        JsonValue: HandwrittenJsonValue;\n',
    'more?: components["schemas"]["JsonValue"];'
  ],
  [
    'an open enum is a string where it is used and a union under its own name',
    'size?: string;',
    'Size: "small" | "large";',
    '/** @description How big. */'
  ],
  ['a field with a default is optional, a required one is not', 'color?: string;', '\n            level: number;\n'],
  ['schemas are exported by name', "export type Tile = components['schemas']['Tile'];"]
])('%s', (_, ...texts) => {
  for (const text of texts) expect(types).toContain(text)
})

test('other components are not exported by name', () => expect(types).not.toMatch(/^export type \w*Missing/m))
