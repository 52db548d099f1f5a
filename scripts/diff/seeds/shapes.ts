import type { Seed } from './seed.ts'

/** What answers and bodies are made of: headers, fields as a whole, variants, references. */
export const shapeSeeds: readonly Seed[] = [
  {
    name: 'a header of an answer may be absent',
    edit: (atlas) => delete atlas.paths['/charts/{slug}'].put.responses['201'].headers.Location.required,
    expected: [
      ['breaking', 'PUT /charts/{slug}', 'Response 201, header `Location`: `required` is no longer set; it was true.']
    ]
  },
  {
    name: 'a header of an answer is always there',
    edit(atlas) {
      atlas.components.headers.Hint.required = true
    },
    expected: [['added', 'Header Hint', '`required` was set to true.']]
  },
  {
    name: 'required fields stand in another order',
    edit: (atlas) => atlas.components.schemas.Line.required.reverse(),
    expected: []
  },
  {
    name: 'the first headers of an answer',
    edit(atlas) {
      atlas.paths['/tiles'].get.responses['200'].headers = { 'X-Count': {}, 'X-More': {} }
    },
    expected: [
      ['added', 'GET /tiles', 'Response 200, header `X-Count` was added.'],
      ['added', 'GET /tiles', 'Response 200, header `X-More` was added.']
    ]
  },
  {
    name: 'the first fields of a schema',
    edit(atlas) {
      atlas.components.schemas.Mark.properties = { hue: { type: 'string' } }
    },
    expected: [['added', 'Schema Mark', 'Field `hue` was added.']]
  },
  {
    name: 'a variant of a request is new',
    edit(atlas) {
      atlas.components.schemas.Shape.oneOf.push({ type: 'null' })
    },
    expected: [['added', 'Schema Shape', 'Variant 3 was added.']]
  },
  {
    name: 'a variant of an answer is new',
    edit(atlas) {
      atlas.components.schemas.Mark.anyOf.push({ $ref: '#/components/schemas/Point' })
    },
    expected: [['breaking', 'Schema Mark', 'Variant `Point`: `anyOf` subschema of `Mark` was added.']]
  },
  {
    name: 'a schema refers to another',
    edit(atlas) {
      atlas.components.schemas.Chart.properties.legend.additionalProperties = { type: 'string' }
    },
    expected: [
      ['breaking', 'Schema Chart', 'Field `legend`, `additionalProperties`, the variants: `anyOf` was removed.'],
      ['added', 'Schema Chart', 'Field `legend`, `additionalProperties`: `type` was set to "string".']
    ]
  },
  {
    name: 'the bound of a field called as a keyword is wider',
    edit(atlas) {
      atlas.components.schemas.Chart.properties.responses.maximum = 10
    },
    expected: [['warning', 'Schema Chart', "Upper bound of `responses` changed from '<= 9' to '<= 10'."]]
  },
  {
    name: 'a schema stands where it was referred to',
    edit(atlas) {
      atlas.components.schemas.Chart.properties.legend.additionalProperties = atlas.components.schemas.Mark
    },
    expected: [
      ['breaking', 'The API', 'The generated types differ, and no change that was found says why. Compare them.']
    ]
  }
]
