import { goodOverlay, pulled, served, TestWorkplace } from '../test-workplace.ts'

export const manifest = {
  name: '@test/pulled',
  version: '1.2.0',
  type: 'module',
  exports: { '.': { types: './dist/user.d.ts', default: './dist/user.js' }, './package.json': './package.json' }
}
const dependent = { name: '@test/above', version: '1.0.0', dependencies: { '@test/pulled': '1.2.0' } }
const hidden = { ...dependent, name: '@test/hidden', private: true }
const example = { name: '@test/example', version: '0.0.0', type: 'module', devDependencies: dependent.dependencies }

const compilerOptions = {
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  types: []
}
export const tsconfig: string = JSON.stringify({ compilerOptions, include: ['src'] })

const user = `import type { paths } from './generated/types.ts'
export type State = paths['/state']['get']['responses'][200]['content']['application/json']
export const state: State = 'idle'
`
const exampleOfUse = `import { state } from '@test/pulled'
export const length: number = state.length
`

/** A repository that has pulled an API from a server and generated its types, with packages and an example that use it. */
export async function workplaceToUpdate(origin: string): Promise<TestWorkplace> {
  const work = await TestWorkplace.create()
  await work.write('package.json', JSON.stringify({ workspaces: ['packages/*', 'examples/*', 'tools'] }))
  await work.write('specs/pulled/overlay.yaml', goodOverlay)
  await work.write('packages/pulled/package.json', JSON.stringify(manifest))
  await work.write('packages/pulled/tsconfig.json', tsconfig)
  await work.write('packages/pulled/src/user.ts', user)
  await work.write('packages/above/package.json', JSON.stringify(dependent))
  await work.write('packages/hidden/package.json', JSON.stringify(hidden))
  await work.write('examples/use/package.json', JSON.stringify(example))
  await work.write('examples/use/tsconfig.json', tsconfig)
  await work.write('examples/use/src/main.ts', exampleOfUse)
  await work.pull(['pulled', '--from', origin])
  await work.generate([], [pulled])
  return work
}

/** The same API with one more operation. */
export const grown: object = {
  ...served,
  info: { ...served.info, version: '4.1' },
  paths: {
    ...served.paths,
    '/sum': { get: { operationId: 'sum_get', responses: { 200: { description: 'Theirs' } } } }
  }
}
export const overlayForGrown: string = `${goodOverlay}
  - description: Texts of the second operation.
    target: $.paths['/sum'].get
    update: { x-safe: true, tags: [all], summary: Sum, description: The sum., responses: { '200': { description: It. }, '404': { description: No. } } }
`
