import { componentSeeds } from './seeds/components.ts'
import type { Document, Seed } from './seeds/seed.ts'
import { shapeSeeds } from './seeds/shapes.ts'

const tile = (atlas: Document): Document => atlas.components.schemas.Tile
const newTile = (atlas: Document): Document => atlas.components.schemas.NewTile
const list = (atlas: Document): Document => atlas.paths['/tiles'].get
const add = (atlas: Document): Document => atlas.paths['/tiles'].post

export const seeds: readonly Seed[] = [
  // What is gone
  {
    name: 'a path is gone',
    edit: (atlas) => delete atlas.paths['/state'],
    expected: [['breaking', 'GET /state', 'It is gone.']]
  },
  {
    name: 'an operation is gone',
    edit: (atlas) => delete atlas.paths['/tiles'].post,
    expected: [['breaking', 'POST /tiles', 'Operation `POST /tiles` was removed.']]
  },
  {
    name: 'a query parameter is gone',
    edit: (atlas) => list(atlas).parameters.pop(),
    expected: [['breaking', 'GET /tiles', '`style` query parameter was removed.']]
  },
  {
    name: 'a field of an answer is gone',
    edit: (atlas) => delete tile(atlas).properties.title,
    expected: [['breaking', 'Schema Tile', 'Property `title` of `Tile` was removed.']]
  },
  {
    name: 'a field of a request is gone',
    edit: (atlas) => delete newTile(atlas).properties.note,
    expected: [['breaking', 'Schema NewTile', 'Field `note` was removed.']]
  },
  {
    name: 'an answer is gone',
    edit: (atlas) => delete list(atlas).responses['404'],
    expected: [['breaking', 'GET /tiles', 'Response `404` was removed.']]
  },
  {
    name: 'a media type is gone',
    edit: (atlas) => delete list(atlas).responses['200'].content['text/csv'],
    expected: [['breaking', 'GET /tiles', 'Response 200: Media type `text/csv` was removed.']]
  },
  {
    name: 'a header of an answer is gone',
    edit: (atlas) => delete atlas.paths['/state'].get.responses['200'].headers,
    expected: [['breaking', 'GET /state', 'The headers: All headers of response `200` were removed.']]
  },
  {
    name: 'a schema has another name',
    edit(atlas) {
      atlas.components.schemas.Sheet = tile(atlas)
      delete atlas.components.schemas.Tile
      list(atlas).responses['200'].content['application/json'].schema.items.$ref = '#/components/schemas/Sheet'
    },
    expected: [
      ['breaking', 'Schema Tile', 'It is gone.'],
      ['added', 'Schema Sheet', 'It is new.']
    ]
  },
  // What is asked of a request
  {
    name: 'a request field becomes required',
    edit: (atlas) => newTile(atlas).required.push('note'),
    expected: [['breaking', 'Schema NewTile', 'Properties of `NewTile` became required: `note`.']]
  },
  {
    name: 'a required request field is new',
    edit(atlas) {
      newTile(atlas).properties.level = { type: 'integer' }
      newTile(atlas).required.push('level')
    },
    expected: [
      ['breaking', 'Schema NewTile', 'Properties of `NewTile` became required: `level`.'],
      ['added', 'Schema NewTile', 'Field `level` was added.']
    ]
  },
  {
    name: 'an optional request field is new',
    edit(atlas) {
      newTile(atlas).properties.level = { type: 'integer' }
    },
    expected: [['added', 'Schema NewTile', 'Field `level` was added.']]
  },
  {
    name: 'a query parameter becomes required',
    edit(atlas) {
      list(atlas).parameters[0].required = true
    },
    expected: [['breaking', 'GET /tiles', '`limit` query parameter became required.']]
  },
  {
    name: 'an optional query parameter is new',
    edit: (atlas) => list(atlas).parameters.push({ name: 'bbox', in: 'query', schema: { type: 'string' } }),
    expected: [['added', 'GET /tiles', 'Query parameter `bbox` was added.']]
  },
  {
    name: 'the bound of a query parameter is narrower',
    edit(atlas) {
      list(atlas).parameters[0].schema.maximum = 50
    },
    expected: [['breaking', 'GET /tiles', "Query parameter `limit`: Upper bound changed from '<= 100' to '<= 50'."]]
  },
  {
    name: 'the bound of a request field is narrower',
    edit(atlas) {
      newTile(atlas).properties.id.maxLength = 40
    },
    expected: [['breaking', 'Schema NewTile', "`maxLength` of `id` changed from '80' to '40'."]]
  },
  {
    name: 'an enum of a request loses a value',
    edit: (atlas) => list(atlas).parameters[1].schema.enum.pop(),
    expected: [['breaking', 'GET /tiles', "Query parameter `style`: Enum lost values: 'relief'."]]
  },
  {
    name: 'an enum of a request gains a value',
    edit: (atlas) => list(atlas).parameters[1].schema.enum.push('night'),
    expected: [
      [
        'added',
        'GET /tiles',
        'Query parameter `style`: `enum` changed from ["plain","relief"] to ["plain","relief","night"].'
      ]
    ]
  },
  {
    name: 'the body of a request becomes required',
    edit(atlas) {
      add(atlas).requestBody.required = true
    },
    expected: [['breaking', 'POST /tiles', 'The request body: Request body became required.']]
  },
  {
    name: 'a default is another',
    edit(atlas) {
      list(atlas).parameters[0].schema.default = 20
    },
    expected: [['warning', 'GET /tiles', 'Query parameter `limit`: `default` changed from 10 to 20.']]
  },
  {
    name: 'a key becomes required',
    edit: (atlas) => atlas.security.shift(),
    expected: [['breaking', 'The API', 'Security requirement `none` is no longer accepted.']]
  },
  // What an answer holds
  {
    name: 'a field of an answer may be absent',
    edit: (atlas) => tile(atlas).required.pop(),
    expected: [['breaking', 'Schema Tile', 'Properties of `Tile` are no longer required: `level`.']]
  },
  {
    name: 'a field of an answer is always there',
    edit: (atlas) => tile(atlas).required.push('title'),
    expected: [['added', 'Schema Tile', '`required` changed from ["id","level"] to ["id","level","title"].']]
  },
  {
    name: 'a field of an answer is new',
    edit(atlas) {
      tile(atlas).properties.size = { type: 'integer' }
    },
    expected: [['added', 'Schema Tile', 'Field `size` was added.']]
  },
  {
    name: 'a field of an answer has another type',
    edit(atlas) {
      tile(atlas).properties.level.type = 'string'
    },
    expected: [['breaking', 'Schema Tile', "Type of `level` widened from 'integer' to 'string'."]]
  },
  {
    name: 'a field of an answer can be null',
    edit(atlas) {
      tile(atlas).properties.title.type = ['string', 'null']
    },
    expected: [['breaking', 'Schema Tile', "Type of `title` widened from 'string' to 'string | null'."]]
  },
  {
    name: 'an enum of an answer gains a value',
    edit: (atlas) => atlas.components.schemas.State.enum.push('asleep'),
    expected: [['warning', 'Schema State', "Enum of `State` gained values: 'asleep'."]]
  },
  {
    name: 'an enum of an answer loses a value',
    edit: (atlas) => atlas.components.schemas.State.enum.pop(),
    expected: [['warning', 'Schema State', '`enum` changed from ["idle","busy"] to ["idle"].']]
  },
  {
    name: 'the bound of a field of an answer is wider',
    edit(atlas) {
      tile(atlas).properties.level.maximum = 24
    },
    expected: [['warning', 'Schema Tile', "Upper bound of `level` changed from '<= 20' to '<= 24'."]]
  },
  {
    name: 'another success is possible',
    edit(atlas) {
      add(atlas).responses['202'] = { description: 'Later.' }
    },
    expected: [['warning', 'POST /tiles', 'Response 202 was added.']]
  },
  {
    name: 'another failure is possible',
    edit(atlas) {
      add(atlas).responses['409'] = { description: 'Twice.' }
    },
    expected: [['added', 'POST /tiles', 'Response 409 was added.']]
  },
  // The rest
  {
    name: 'an operation is new',
    edit(atlas) {
      atlas.paths['/state'].delete = { operationId: 'reset', responses: { '204': { description: 'Done.' } } }
    },
    expected: [['added', 'DELETE /state', 'It is new.']]
  },
  {
    name: 'an operation has another id',
    edit(atlas) {
      atlas.paths['/state'].get.operationId = 'readState'
    },
    expected: [
      ['breaking', 'GET /state', "`operationId` of operation `GET /state` changed from 'getState' to 'readState'."]
    ]
  },
  {
    name: 'an operation must not be repeated any more',
    edit(atlas) {
      atlas.paths['/state'].get['x-safe'] = false
    },
    expected: [['warning', 'GET /state', '`x-safe` changed from true to false.']]
  },
  {
    name: 'an operation is deprecated',
    edit(atlas) {
      list(atlas).deprecated = true
    },
    expected: [['warning', 'GET /tiles', '`deprecated` was set to true.']]
  },
  {
    name: 'a text is reworded',
    edit(atlas) {
      list(atlas).summary = 'All of the tiles'
    },
    expected: [['cosmetic', 'GET /tiles', '`summary` was reworded.']]
  },
  {
    name: 'the server moves',
    edit(atlas) {
      atlas.servers[0].url = 'http://127.0.0.1:8009'
    },
    expected: [['cosmetic', 'The API', 'The server: Server `http://127.0.0.1:8008` became `http://127.0.0.1:8009`.']]
  },
  { name: 'nothing changes', edit: () => undefined, expected: [] },
  ...componentSeeds,
  ...shapeSeeds
]
