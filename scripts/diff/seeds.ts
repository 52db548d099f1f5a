// biome-ignore lint/suspicious/noExplicitAny: a test writes into a document whose form it knows
type Document = any

/** A change seeded into atlas.yaml; seeds.md shows how each is reported. */
export type Seed = readonly [name: string, edit: (atlas: Document) => unknown]

const tile = (a: Document): Document => a.components.schemas.Tile
const fresh = (a: Document): Document => a.components.schemas.NewTile
const list = (a: Document): Document => a.paths['/tiles'].get
const add = (a: Document): Document => a.paths['/tiles'].post
const chart = (a: Document): Document => a.paths['/charts/{slug}']
const rename = (map: Document, from: string, to: string): void => {
  map[to] = map[from]
  delete map[from]
}
const set = (map: Document, values: object): void => Object.assign(map, values)

export const seeds: readonly Seed[] = [
  // What is gone
  ['a path is gone', (a) => delete a.paths['/state']],
  ['a query parameter is gone', (a) => list(a).parameters.pop()],
  ['a field of an answer is gone', (a) => delete tile(a).properties.title],
  ['a field of a request is gone', (a) => delete fresh(a).properties.note],
  [
    'a schema has another name',
    (a) => {
      rename(a.components.schemas, 'Tile', 'Sheet')
      list(a).responses['200'].content['application/json'].schema.items.$ref = '#/components/schemas/Sheet'
    }
  ],
  // What is asked of a request
  ['a request field becomes required', (a) => fresh(a).required.push('note')],
  ['an optional query parameter is new', (a) => list(a).parameters.push({ name: 'q', in: 'query', schema: {} })],
  ['the bound of a query parameter is narrower', (a) => set(list(a).parameters[0].schema, { maximum: 50 })],
  ['an enum of a request loses a value', (a) => list(a).parameters[1].schema.enum.pop()],
  ['an enum of a request gains a value', (a) => list(a).parameters[1].schema.enum.push('night')],
  ['a default is another', (a) => set(list(a).parameters[0].schema, { default: 20 })],
  // What an answer holds
  ['a field of an answer may be absent', (a) => tile(a).required.pop()],
  ['a field of an answer is always there', (a) => tile(a).required.push('title')],
  ['a field of an answer has another type', (a) => set(tile(a).properties.level, { type: 'string' })],
  ['an enum of an answer gains a value', (a) => a.components.schemas.State.enum.push('asleep')],
  ['an enum of an answer loses a value', (a) => a.components.schemas.State.enum.pop()],
  ['the bound of a field of an answer is wider', (a) => set(tile(a).properties.level, { maximum: 24 })],
  ['a variant of an answer is new', (a) => a.components.schemas.Mark.anyOf.push({ type: 'number' })],
  ['another success is possible', (a) => set(add(a).responses, { '202': { description: 'Later.' } })],
  ['another failure is possible', (a) => set(add(a).responses, { '409': { description: 'Twice.' } })],
  ['a header may be absent', (a) => delete chart(a).put.responses['201'].headers.Location.required],
  ['a header is always there', (a) => set(a.components.headers.Hint, { required: true })],
  [
    'the first headers of an answer',
    (a) => set(list(a).responses['200'], { headers: { 'X-Count': {}, 'X-More': {} } })
  ],
  // Components and references
  [
    'the bound of a body component',
    (a) => set(a.components.requestBodies.Outline.content['text/plain'].schema, { maxLength: 40 })
  ],
  ['the bound of a header component is wider', (a) => set(a.components.headers.Hint.schema, { maxLength: 90 })],
  [
    'a parameter component has another name',
    (a) => {
      rename(a.components.parameters, 'Page', 'Sheet')
      chart(a).get.parameters[0].$ref = '#/components/parameters/Sheet'
    }
  ],
  [
    'a path parameter has another name',
    (a) => {
      rename(a.paths, '/charts/{slug}', '/charts/{id}')
      a.paths['/charts/{id}'].parameters[0].name = 'id'
    }
  ],
  [
    'a schema refers to another',
    (a) => set(a.components.schemas.Chart.properties.legend, { additionalProperties: { type: 'string' } })
  ],
  [
    'a schema stands where it was referred to',
    (a) => set(a.components.schemas.Chart.properties.legend, { additionalProperties: a.components.schemas.Mark })
  ],
  ['a field called as a keyword', (a) => set(a.components.schemas.Chart.properties.responses, { maximum: 10 })],
  // Security, as it takes effect
  ['a key becomes required', (a) => a.security.shift()],
  ['an operation without a key needs one', (a) => set(a.paths['/health'].get, { security: [{ key: [] }] })],
  ['an exception is made', (a) => set(list(a), { security: [{ other: ['read'] }] })],
  ['an operation inherits the security of the API', (a) => delete a.paths['/health'].get.security],
  ['an operation says what it inherits', (a) => set(a.paths['/state'].get, { security: a.security.toReversed() })],
  // The rest
  [
    'an operation is new',
    (a) => set(a.paths['/state'], { delete: { operationId: 'reset', responses: { '204': { description: 'Done.' } } } })
  ],
  ['an operation has another id', (a) => set(a.paths['/state'].get, { operationId: 'readState' })],
  ['an operation must not be repeated any more', (a) => set(a.paths['/state'].get, { 'x-safe': false })],
  ['an operation is deprecated', (a) => set(list(a), { deprecated: true })],
  ['a text is reworded', (a) => set(list(a), { summary: 'All of the tiles' })],
  ['the server moves', (a) => set(a.servers[0], { url: 'http://127.0.0.1:8009' })],
  ['required fields stand in another order', (a) => a.components.schemas.Line.required.reverse()],
  [
    'the parameters of a path stand at its operations',
    (a) => {
      chart(a).get.parameters.unshift(chart(a).parameters[0])
      chart(a).put.parameters = chart(a).parameters
      delete chart(a).parameters
    }
  ],
  ['nothing changes', () => undefined]
]
