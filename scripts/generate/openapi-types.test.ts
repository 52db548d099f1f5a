import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { contract, goodContract } from '../testing/workplace.ts'
import { openapiTypes } from './openapi-types.ts'

let types = ''
beforeAll(async () => {
  const handwritten = { JsonValue: '../json-value.ts' }
  types = await openapiTypes(parse(goodContract), { name: 'demo', contract, out: 'out', handwritten })
})

test('a handwritten type stands in for its schema', () => {
  expect(types).toContain("import type { JsonValue as HandwrittenJsonValue } from '../json-value.ts'\n")
  expect(types).toMatch(/^ +JsonValue: HandwrittenJsonValue;$/m)
  expect(types).toContain('more?: components["schemas"]["JsonValue"];')
})

test('an open enum is a string where it is used and a union under its own name', () => {
  expect(types).toContain('size?: string;')
  expect(types).toContain('Size: "small" | "large";')
  expect(types).toContain('/** @description How big. */')
})

test('a field with a default is optional, a required one is not', () => {
  expect(types).toContain('color?: string;')
  expect(types).toMatch(/^ +name: string;$/m)
})

test('schemas are exported by name, other components are not', () => {
  expect(types).toContain("export type Thing = components['schemas']['Thing'];")
  expect(types).not.toMatch(/^export type \w*Refused/m)
})
