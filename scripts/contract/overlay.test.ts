import { expect, test, vi } from 'vitest'
import { applyOverlay } from './overlay.ts'

const document = {
  openapi: '3.1.0',
  paths: {
    '/a': {
      get: {
        parameters: [
          { in: 'query', name: 'limit', schema: { type: 'integer' } },
          { in: 'query', name: 'offset', schema: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }
        ]
      }
    }
  },
  components: { schemas: { Thing: { required: ['id'], properties: { id: {}, size: { type: 'string' } } }, Old: {} } }
}
const [thing, schemas, get] = ['$.components.schemas.Thing', '$.components.schemas', "$.paths['/a'].get"]
const update = (target: string, update: object): object => ({ target, description: 'Why.', update })
const remove = (target: string): object => ({ target, description: 'Why.', remove: true })
const apply = (...actions: object[]): Promise<object> =>
  applyOverlay(document, { overlay: '1.0.0', info: { title: 'Mend', version: '1' }, actions }, 'specs/a/overlay.yaml')

test('updates and removes in order, also what an action before it made, and leaves the document alone', async () => {
  const before = structuredClone(document)
  const merged = await apply(
    update('$', { info: { title: 'A' } }),
    remove(`${schemas}.Old`),
    update(thing, { required: ['size'], properties: { size: { maxLength: 2 } } }),
    update(`${get}.parameters[?(@.name == 'limit')]`, { description: 'L' }),
    update(`${schemas}[?(@.properties.size.maxLength == 2)]`, { minProperties: 1 })
  )
  const [limit, offset] = document.paths['/a'].get.parameters
  const properties = { id: {}, size: { type: 'string', maxLength: 2 } }
  expect(merged).toEqual({
    openapi: '3.1.0',
    info: { title: 'A' },
    paths: { '/a': { get: { parameters: [{ ...limit, description: 'L' }, offset] } } },
    components: { schemas: { Thing: { minProperties: 1, required: ['id', 'size'], properties } } }
  })
  expect(document).toEqual(before)
})

const malformed = 'action 2 must have a target, a description and either'
test.for<[what: string, action: object, message: string]>([
  ['the target of an update has vanished', update(`${schemas}.Gone`, {}), `nothing matches ${schemas}.Gone`],
  ['the target of a removal has vanished', remove(`${get}.parameters[?(@.name == 'gone')]`), `nothing matches ${get}`],
  [
    'fields that are described have vanished',
    update(thing, { properties: { id: { description: 'I' }, gone: { description: 'G' } } }),
    `${thing} has no properties.gone, only a description of it here`
  ],
  [
    'a schema that is described has vanished',
    update(schemas, { Gone: { description: 'G' } }),
    `${schemas} has no Gone, only a description of it here`
  ],
  [
    'a parameter is updated in its list, which the standard would append',
    update(get, { parameters: [{ in: 'query', name: 'limit', description: 'L' }] }),
    `${get} has parameters limit in query already`
  ],
  [
    'upstream has come to say the same',
    update(schemas, { Thing: { required: ['size', 'id'] } }),
    `${schemas} has Thing required id already`
  ],
  [
    'several items of one list are removed',
    remove(`${get}.parameters[*]`),
    `${get}.parameters[*] would remove several`
  ],
  ['an action has no description', { target: thing, remove: true }, malformed],
  ['an action does nothing', { target: thing, description: 'Why.' }, malformed],
  ['an action does both', { ...remove(thing), update: {} }, malformed],
  ['an action does not remove', { ...remove(thing), remove: false }, malformed]
])('is refused where %s', async ([, action, message]) => {
  const told = message === malformed ? message : `action 2, "Why.": ${message}`
  await expect(apply(update(thing, { type: 'object' }), action)).rejects.toThrow(`specs/a/overlay.yaml: ${told}`)
})

test('is refused with a target that is no JSONPath', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(apply(remove('$.a['))).rejects.toThrow('"Why.": nothing matches')
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
})

test.for([{}, { overlay: '2.0.0', actions: [] }, { overlay: '1.0.0' }, { overlay: '1.0.0', actions: {} }])(
  'is refused as no overlay: %j',
  async (overlay) => {
    await expect(applyOverlay(document, overlay, 'o.yaml')).rejects.toThrow('o.yaml is not an OpenAPI Overlay 1.0.0')
  }
)
