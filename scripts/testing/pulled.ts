import type { Api } from '../registry.ts'
import { exampleOf, packageFiles, repository } from './packages.ts'
import { TestWorkplace } from './workplace.ts'

export const upstream = 'specs/pulled/upstream.json'
export const overlay = 'specs/pulled/overlay.yaml'

/** An API whose server describes itself, and what its overlay says beside that. */
export const pulled: Api = {
  name: 'pulled',
  contract: 'specs/pulled/openapi.yaml',
  mergedFrom: { upstream, overlay },
  out: 'packages/pulled/src/generated',
  handwritten: {}
}
export const served = {
  openapi: '3.1.0',
  info: { title: 'Theirs', version: '3', description: 'Their text.' },
  paths: {
    '/state': { get: { operationId: 'state_get', summary: 'Theirs', responses: { 200: { description: 'Theirs' } } } }
  }
}
export const goodOverlay = `overlay: 1.0.0
info: { title: Mend, version: 1.0.0 }
actions:
  - description: Texts of the whole.
    target: $
    update:
      info: { title: Ours, license: { name: MIT, identifier: MIT } }
      servers: [{ url: 'http://127.0.0.1:8008' }]
      security: [{}]
      tags: [{ name: all, description: All. }]
  - description: Texts and answers of the only operation.
    target: $.paths['/state'].get
    update:
      operationId: state
      x-safe: true
      tags: [all]
      summary: State
      description: The state.
      responses:
        '200': { description: It., content: { application/json: { schema: { type: string } } } }
        '404': { description: Not here. }
`

/** The same API with one more operation. */
export const grown: object = {
  ...served,
  info: { ...served.info, version: '4.1' },
  paths: { ...served.paths, '/sum': { get: { operationId: 'sum_get', responses: { 200: { description: 'Theirs' } } } } }
}
export const overlayForGrown: string = `${goodOverlay}
  - description: Texts of the second operation.
    target: $.paths['/sum'].get
    update: { x-safe: true, tags: [all], summary: Sum, description: The sum., responses: { '200': { description: It. }, '404': { description: No. } } }
`

const user = `import type { paths } from './generated/types.ts'
export type State = paths['/state']['get']['responses'][200]['content']['application/json']
export const state: State = 'idle'
`
const program = "import { state } from '@geoclients/pulled'\nexport const length: number = state.length\n"

/** A repository that has pulled the API from a server and generated its types, with an example that uses its package. */
export async function pulledWorkplace(origin: string): Promise<TestWorkplace> {
  const files = { ...repository(), ...packageFiles('pulled', '1.2.0', user), ...exampleOf('pulled', '1.2.0', program) }
  const work = await TestWorkplace.create({ ...files, [overlay]: goodOverlay })
  await work.pull(['pulled', '--from', origin], [pulled])
  await work.generate([], [pulled])
  await work.commit()
  return work
}
