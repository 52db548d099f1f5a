import { inputSchema, type JsonSchema } from '@geoclients/ogc-client/schema'
import type { Feature } from 'geojson'
import { expect, test } from 'vitest'
import { corpusProcesses } from '../../../../packages/typegen/src/testing/corpus/index.ts'
import { fieldOf, itemsOf } from './field-kind.ts'
import { geoJsonKind, inForm } from './fields/geometry-form.ts'

const schemas = new Map(corpusProcesses.map((process) => [process.id, inputSchema(process)]))
/** The corpus lets some inputs occur more than once: then the form has a field for each value. */
const schemaOf = (id: string): JsonSchema => {
  const schema = schemas.get(id)?.properties.value ?? {}
  const items = itemsOf(schema)
  return items && fieldOf(items, schemas.get(id)?.$defs) ? items : schema
}
const kindOf = (id: string): ReturnType<typeof fieldOf> => {
  const schema = schemas.get(id)
  return fieldOf(schemaOf(id), schema?.$defs)
}

test.each([
  ['bounding box of the standard', 'BoxField'],
  ['bounding box by its file', 'BoxField'],
  ['bounding box as four numbers', undefined],
  ['point by its file', 'GeometryField'],
  ['geometry by its format', 'GeometryField'],
  ['collection by its format', 'GeometryField'],
  ['GeoJSON as an object', 'GeometryField'],
  ['file in base64', 'FileField'],
  ['file of one of two kinds', 'FileField'],
  ['link', undefined],
  ['period', undefined]
])('%s gets %s', (id, kind) => expect(kindOf(id)).toBe(kind))

test('whatever a server describes, there is a field for it', () => {
  expect(schemas.size).toBeGreaterThan(50)
  for (const id of schemas.keys()) expect(() => kindOf(id)).not.toThrow()
})

const feature: Feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: null }

test.each([
  ['point by its file', { wrap: 'geometry', types: ['Point'] }, 'Point'],
  ['geometry by its file', { wrap: 'geometry', types: ['Point', 'LineString', 'Polygon'] }, 'Point'],
  ['geometry by its format', { wrap: 'geometry', types: ['Point', 'LineString', 'Polygon'] }, 'Point'],
  ['feature by its file', { wrap: 'feature', types: ['Point', 'LineString', 'Polygon'] }, 'Feature'],
  ['collection by its format', { wrap: 'collection', types: ['Point', 'LineString', 'Polygon'] }, 'FeatureCollection'],
  ['GeoJSON as an object', { wrap: 'collection', types: ['Point', 'LineString', 'Polygon'] }, 'FeatureCollection']
])('%s wants its geometries as %j', (id, kind, type) => {
  const found = geoJsonKind(schemaOf(id), schemas.get(id)?.$defs)
  expect(found).toEqual(kind)
  expect(inForm(found, [feature])?.type).toBe(type)
})

test('an input that takes other geometries gets none', () => {
  expect(inForm({ wrap: 'geometry', types: ['Polygon'] }, [feature])).toBeUndefined()
})
