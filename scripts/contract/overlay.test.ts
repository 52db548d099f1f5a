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
const apply = (...actions: object[]): Promise<object> =>
  applyOverlay(document, { overlay: '1.0.0', info: { title: 'Mend', version: '1' }, actions }, 'specs/a/overlay.yaml')
const thing = '$.components.schemas.Thing'

test('updates and removes in order, and leaves the document alone', async () => {
  const before = structuredClone(document)
  const merged = await apply(
    { target: '$', description: 'The title.', update: { info: { title: 'A' } } },
    { target: '$.components.schemas.Old', description: 'Unused.', remove: true },
    {
      target: thing,
      description: 'Always there.',
      update: { required: ['size'], properties: { size: { maxLength: 2 } } }
    },
    {
      target: "$.paths['/a'].get.parameters[?(@.name == 'limit')]",
      description: 'Its text.',
      update: { description: 'L' }
    },
    {
      target: '$.components.schemas[?(@.properties.size.maxLength == 2)]',
      description: 'Finds what an action before it made.',
      update: { minProperties: 1 }
    }
  )
  expect(merged).toEqual({
    openapi: '3.1.0',
    info: { title: 'A' },
    paths: {
      '/a': {
        get: {
          parameters: [
            { in: 'query', name: 'limit', description: 'L', schema: { type: 'integer' } },
            document.paths['/a'].get.parameters[1]
          ]
        }
      }
    },
    components: {
      schemas: {
        Thing: {
          minProperties: 1,
          required: ['id', 'size'],
          properties: { id: {}, size: { type: 'string', maxLength: 2 } }
        }
      }
    }
  })
  expect(document).toEqual(before)
})

test.for<[what: string, action: object, message: string]>([
  [
    'the target of an update has vanished',
    { target: '$.components.schemas.Gone', description: 'Always there.', update: { required: ['id'] } },
    'action 2, "Always there.": nothing matches $.components.schemas.Gone'
  ],
  [
    'the target of a removal has vanished',
    { target: "$.paths['/a'].get.parameters[?(@.name == 'gone')]", description: 'Not for us.', remove: true },
    `action 2, "Not for us.": nothing matches $.paths['/a'].get.parameters[?(@.name == 'gone')]`
  ],
  [
    'fields that are described have vanished',
    {
      target: thing,
      description: 'Texts.',
      update: { properties: { id: { description: 'I' }, gone: { description: 'G' } } }
    },
    'action 2, "Texts.": $.components.schemas.Thing has no properties.gone, only a description of it here'
  ],
  [
    'a schema that is described has vanished',
    { target: '$.components.schemas', description: 'Texts.', update: { Gone: { description: 'G' } } },
    'action 2, "Texts.": $.components.schemas has no Gone, only a description of it here'
  ],
  [
    'a parameter is updated in its list, which the standard would append',
    {
      target: "$.paths['/a'].get",
      description: 'Texts.',
      update: { parameters: [{ in: 'query', name: 'limit', description: 'L' }] }
    },
    `action 2, "Texts.": $.paths['/a'].get has parameters limit in query already`
  ],
  [
    'upstream has come to say the same',
    { target: '$.components.schemas', description: 'Always there.', update: { Thing: { required: ['size', 'id'] } } },
    'action 2, "Always there.": $.components.schemas has Thing required id already'
  ],
  [
    'several items of one list are removed',
    { target: "$.paths['/a'].get.parameters[*]", description: 'All.', remove: true },
    `action 2, "All.": $.paths['/a'].get.parameters[*] would remove several items of one list`
  ],
  [
    'an action has no description',
    { target: thing, remove: true },
    'action 2 must have a target, a description and either'
  ],
  ['an action does nothing', { target: thing, description: 'Why.' }, 'action 2 must have'],
  ['an action does both', { target: thing, description: 'Why.', remove: true, update: {} }, 'action 2 must have'],
  ['an action does not remove', { target: thing, description: 'Why.', remove: false }, 'action 2 must have']
])('is refused where %s', async ([, action, message]) => {
  const first = { target: thing, description: 'First.', update: { type: 'object' } }
  await expect(apply(first, action)).rejects.toThrow(`specs/a/overlay.yaml: ${message}`)
})

test('is refused with a target that is no JSONPath', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(apply({ target: '$.a[', description: 'Broken.', remove: true })).rejects.toThrow(
    '"Broken.": nothing matches'
  )
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
})

test.for([{}, { overlay: '2.0.0', actions: [] }, { overlay: '1.0.0' }, { overlay: '1.0.0', actions: {} }])(
  'is refused as no overlay: %j',
  async (overlay) => {
    await expect(applyOverlay(document, overlay, 'o.yaml')).rejects.toThrow('o.yaml is not an OpenAPI Overlay 1.0.0')
  }
)
