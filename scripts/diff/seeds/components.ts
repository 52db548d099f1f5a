import { rename, type Seed } from './seed.ts'

/** What lies under `components`, or is inherited: it is written where requests have it, and exported by its name. */
export const componentSeeds: readonly Seed[] = [
  {
    name: 'the bound of a parameter component is narrower',
    edit(atlas) {
      atlas.components.parameters.Page.schema.maximum = 10
    },
    expected: [['breaking', 'Parameter Page', "Upper bound changed from '<= 100' to '<= 10'."]]
  },
  {
    name: 'a parameter component has a pattern',
    edit(atlas) {
      atlas.components.parameters.Page.schema.pattern = '^1'
    },
    expected: [['breaking', 'Parameter Page', "`pattern` was set to '^1'."]]
  },
  {
    name: 'the bound of a request body component is narrower',
    edit(atlas) {
      atlas.components.requestBodies.Outline.content['text/plain'].schema.maxLength = 40
    },
    expected: [['breaking', 'Request body Outline', "Text/plain: `maxLength` changed from '80' to '40'."]]
  },
  {
    name: 'the bound of a header component is wider',
    edit(atlas) {
      atlas.components.headers.Hint.schema.maxLength = 90
    },
    expected: [['warning', 'Header Hint', "`maxLength` changed from '80' to '90'."]]
  },
  {
    name: 'a parameter component has another name',
    edit(atlas) {
      rename(atlas.components.parameters, 'Page', 'Sheet')
      atlas.paths['/charts/{slug}'].get.parameters[0].$ref = '#/components/parameters/Sheet'
    },
    expected: [
      ['breaking', 'Parameter Page', 'It is gone.'],
      ['added', 'Parameter Sheet', 'It is new.']
    ]
  },
  {
    name: 'a response component has another name',
    edit(atlas) {
      rename(atlas.components.responses, 'Missing', 'Fault')
      atlas.paths['/charts/{slug}'].get.responses['404'].$ref = '#/components/responses/Fault'
    },
    expected: [
      ['breaking', 'Response Missing', 'It is gone.'],
      ['added', 'Response Fault', 'It is new.']
    ]
  },
  {
    name: 'a path parameter has another name',
    edit(atlas) {
      rename(atlas.paths, '/charts/{slug}', '/charts/{id}')
      atlas.paths['/charts/{id}'].parameters[0].name = 'id'
    },
    expected: [
      ['breaking', '/charts/{id}', 'The path was `/charts/{slug}`.'],
      ['breaking', 'GET /charts/{id}', 'Path parameter `id`: `name` changed from "slug" to "id".'],
      ['breaking', 'PUT /charts/{id}', 'Path parameter `id`: `name` changed from "slug" to "id".']
    ]
  },
  {
    name: 'the parameters of a path stand at its operations',
    edit(atlas) {
      const path = atlas.paths['/charts/{slug}']
      path.get.parameters.unshift(path.parameters[0])
      path.put.parameters = path.parameters
      delete path.parameters
    },
    expected: []
  },
  {
    name: 'an operation without a key needs one',
    edit(atlas) {
      atlas.paths['/health'].get.security = [{ key: [] }]
    },
    expected: [
      ['breaking', 'GET /health', 'Security requirement `none` is no longer accepted.'],
      ['added', 'GET /health', 'Security requirement `key` was added.']
    ]
  },
  {
    name: 'an operation inherits the security of the API',
    edit: (atlas) => delete atlas.paths['/health'].get.security,
    expected: [['added', 'GET /health', 'Security requirement `key` was added.']]
  },
  {
    name: 'an operation says what it inherits',
    edit(atlas) {
      atlas.paths['/state'].get.security = atlas.security
    },
    expected: []
  }
]
