import { goodOverlay, pulled, served, TestWorkplace } from './workplace.ts'

export const manifest = {
  name: '@test/pulled',
  version: '1.2.0',
  type: 'module',
  exports: { '.': { types: './dist/user.d.ts', default: './dist/user.js' }, './package.json': './package.json' }
}
const example = {
  name: '@test/example',
  version: '0.0.0',
  type: 'module',
  devDependencies: { '@test/pulled': '1.2.0' }
}

const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  target: 'es2023',
  lib: ['es2023'], // without the DOM, which takes most of the time
  module: 'nodenext',
  types: []
}
export const tsconfig: string = JSON.stringify({ compilerOptions, include: ['src'] })

const user = `import type { paths } from './generated/types.ts'
export type State = paths['/state']['get']['responses'][200]['content']['application/json']
export const state: State = 'idle'
`

/** A repository that has pulled an API from a server and generated its types, with an example that uses its package. */
export async function workplaceToUpdate(origin: string): Promise<TestWorkplace> {
  const work = await TestWorkplace.create()
  const files = {
    'package.json': JSON.stringify({ workspaces: ['packages/*', 'examples/*', 'tools'] }),
    'specs/pulled/overlay.yaml': goodOverlay,
    'packages/pulled/package.json': JSON.stringify(manifest),
    'packages/pulled/tsconfig.json': tsconfig,
    'packages/pulled/src/user.ts': user,
    'examples/use/package.json': JSON.stringify(example),
    'examples/use/tsconfig.json': tsconfig,
    'examples/use/src/main.ts': `import { state } from '@test/pulled'\nexport const length: number = state.length\n`
  }
  for (const [path, text] of Object.entries(files)) await work.write(path, text)
  await work.pull(['pulled', '--from', origin])
  await work.generate([], [pulled])
  await work.commit()
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
