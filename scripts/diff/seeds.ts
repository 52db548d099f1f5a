// biome-ignore lint/suspicious/noExplicitAny: a test writes into a document whose form it knows
type Document = any
export type Edit = (atlas: Document) => unknown

const tile = (a: Document): Document => a.components.schemas.Tile
const fresh = (a: Document): Document => a.components.schemas.NewTile
const schema = (a: Document, name: string): Document => a.components.schemas[name]
const list = (a: Document): Document => a.paths['/tiles'].get
const add = (a: Document): Document => a.paths['/tiles'].post
const chart = (a: Document): Document => a.paths['/charts/{slug}']
const rename = (map: Document, from: string, to: string): void => {
  map[to] = map[from]
  delete map[from]
}

/** Changes to atlas.yaml in groups. seeds.md shows how they are reported. */
export const seeds: Readonly<Record<string, readonly Edit[]>> = {
  'What is gone: a path, a query parameter, a field of an answer, one of a request': [
    (a) => delete a.paths['/state'],
    (a) => list(a).parameters.pop(),
    (a) => delete tile(a).properties.title,
    (a) => delete fresh(a).properties.note
  ],
  'A request is asked for more: a field, a parameter, a bound, an enum; another default': [
    (a) => fresh(a).required.push('note'),
    (a) => list(a).parameters.push({ name: 'q', in: 'query', description: 'Words.', schema: { type: 'string' } }),
    (a) => Object.assign(list(a).parameters[0].schema, { maximum: 50, default: 20 }),
    (a) => list(a).parameters[1].schema.enum.pop(),
    (a) => Object.assign(a.components.requestBodies.Outline.content['text/plain'].schema, { maxLength: 40 })
  ],
  'A request may have more: a value, a field, a variant': [
    (a) => list(a).parameters[1].schema.enum.push('night'),
    (a) => Object.assign(fresh(a).properties, { level: { type: 'integer' } }),
    (a) => schema(a, 'Shape').oneOf.push({ type: 'null' })
  ],
  'An answer has more: a value, a field, a variant, a header, a status': [
    (a) => schema(a, 'State').enum.push('asleep'),
    (a) => Object.assign(tile(a).properties, { size: { type: 'integer' } }),
    (a) => Object.assign(tile(a).properties, { mark: { $ref: '#/components/schemas/Mark' } }), // called by its own name
    (a) => schema(a, 'Mark').anyOf.push({ type: 'number' }),
    (a) => Object.assign(list(a).responses['200'], { headers: { 'X-Count': { schema: { type: 'integer' } } } }),
    (a) => Object.assign(add(a).responses, { '202': { description: 'Later.' }, '409': { description: 'Twice.' } }),
    (a) => tile(a).required.push('title'),
    (a) => Object.assign(a.components.headers.Hint, { required: true })
  ],
  'An answer promises less: a value, a field, a type, a bound, a header': [
    (a) => schema(a, 'State').enum.pop(),
    (a) => tile(a).required.pop(),
    (a) => Object.assign(tile(a).properties.title, { type: ['string', 'null'] }),
    (a) => Object.assign(tile(a).properties.level, { maximum: 24 }),
    (a) => Object.assign(schema(a, 'Chart').properties.responses, { maximum: 10 }), // a field called as a keyword
    (a) => delete chart(a).put.responses['201'].headers.Location.required
  ],
  'Other names: a schema, a parameter, a parameter of a path': [
    (a) => {
      rename(a.components.schemas, 'Tile', 'Sheet')
      list(a).responses['200'].content['application/json'].schema.items.$ref = '#/components/schemas/Sheet'
    },
    (a) => {
      rename(a.components.parameters, 'Page', 'Leaf')
      chart(a).get.parameters[0].$ref = '#/components/parameters/Leaf'
    },
    (a) => {
      chart(a).parameters[0].name = 'id'
      rename(a.paths, '/charts/{slug}', '/charts/{id}')
    }
  ],
  'A schema refers to another': [
    (a) => Object.assign(schema(a, 'Chart').properties.legend, { additionalProperties: { type: 'string' } })
  ],
  'A schema stands where it was referred to': [
    (a) => Object.assign(schema(a, 'Chart').properties.legend, { additionalProperties: schema(a, 'Mark') })
  ],
  'A key becomes required of the whole API, and of an operation that had an exception': [
    (a) => a.security.shift(),
    (a) => Object.assign(a.paths['/health'].get, { security: [{ key: [] }] })
  ],
  'An operation loses its exception, another gets one': [
    (a) => delete a.paths['/health'].get.security,
    (a) => Object.assign(list(a), { security: [{ login: ['read'] }] })
  ],
  'The rest: an operation, its id, its safety, its end, a text, the server': [
    (a) => Object.assign(a.paths['/state'], { delete: { ...a.paths['/state'].get, operationId: 'deleteState' } }),
    (a) => Object.assign(a.paths['/health'].get, { operationId: 'readHealth' }),
    (a) => Object.assign(a.paths['/state'].get, { 'x-safe': false }),
    (a) => Object.assign(list(a), { deprecated: true, summary: 'All of the tiles' }),
    (a) => Object.assign(a.servers[0], { url: 'http://127.0.0.1:8009' })
  ],
  'Other arrangements: required fields, parameters of a path, security that was inherited': [
    (a) => schema(a, 'Line').required.reverse(),
    (a) => {
      chart(a).get.parameters.unshift(chart(a).parameters[0])
      chart(a).put.parameters = chart(a).parameters
      delete chart(a).parameters
    },
    (a) => Object.assign(a.paths['/state'].get, { security: a.security.toReversed() })
  ]
}
