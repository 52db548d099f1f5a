import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Api } from '../../scripts/contract/apis.ts'
import { type Edit, edited } from '../../scripts/diff/seeds.ts'
import { TestWorkplace } from '../../scripts/testing/workplace.ts'

const root = join(import.meta.dirname, '../..')
const atlasText = await readFile(join(root, 'scripts/diff/atlas.yaml'), 'utf8')

export const atlas: Api = {
  name: 'atlas',
  contract: 'specs/atlas/openapi.yaml',
  out: 'packages/atlas-client/src/generated',
  handwritten: {}
}
export const packageFolder = 'packages/atlas-client'
export const program = 'examples/use/main.ts'

const manifest = (name: string, dependencies = {}): object => ({
  ...{ name: `@geoclients/${name}`, version: '0.2.0', type: 'module', license: 'Apache-2.0', files: ['dist'] },
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  dependencies
})
const compilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, target: 'es2023' },
  ...{ lib: ['es2023'], module: 'nodenext', types: [] },
  paths: { '@geoclients/atlas-client': ['./packages/atlas-client/src/index.ts'] }
}
const tsconfig = JSON.stringify({ extends: '../../tsconfig.base.json', include: ['**/*.ts'] })

/** Uses as much of the surface as a program can, so that what the types no longer allow does not compile. */
const user = `import type { components, operations, paths } from '@geoclients/atlas-client'
type Schemas = components['schemas']
export const names: Record<Schemas['State'], string> = { idle: 'at rest', busy: 'at work' }
export const state: Schemas['State'] = 'busy'
export const fresh: Schemas['NewTile'] = { id: 'a' }
export const noted: Schemas['NewTile'] = { ...fresh, note: 'b' }
export const tile: Schemas['Tile'] = { id: 'a', level: 1 }
export const title = ({ title = '' }: Schemas['Tile']): string => title
export const level = ({ level }: Schemas['Tile']): number => level
export const marks = ({ legend }: Schemas['Chart']): (string | number)[] => Object.values(legend)
export const query: operations['getTiles']['parameters']['query'] = { limit: 1, style: 'relief' }
export const styles: Record<NonNullable<NonNullable<typeof query>['style']>, number> = { plain: 1, relief: 2 }
export const size = (shape: Schemas['Shape']): number => ('at' in shape ? shape.at : shape.to - shape.from)
export const slug: paths['/charts/{slug}']['parameters']['path'] = { slug: 's' }
`

/** How this repository versions. */
export async function changesetConfig(): Promise<object> {
  const config = JSON.parse(await readFile(join(root, '.changeset/config.json'), 'utf8'))
  return { ...config, changelog: join(root, 'release/changelog/changelog.ts') }
}

/** A repository whose client of the atlas was released as 0.2.0, with a program that uses it. */
export async function releasedAtlas(): Promise<TestWorkplace> {
  const work = await TestWorkplace.create()
  const core = { '@geoclients/client-core': '0.2.0' }
  const files: Record<string, string | object> = {
    '.gitignore': 'node_modules\ntarballs\n',
    'package.json': { name: 'root', private: true, workspaces: ['packages/*', 'examples/*'] },
    'package-lock.json': {},
    'tsconfig.base.json': { compilerOptions },
    '.changeset/config.json': await changesetConfig(),
    [atlas.contract]: contractAfter(),
    'packages/client-core/package.json': manifest('client-core'),
    [`${packageFolder}/package.json`]: manifest('atlas-client', core),
    [`${packageFolder}/tsconfig.json`]: tsconfig,
    [`${packageFolder}/src/index.ts`]: "export type * from './generated/types.ts'\n",
    'examples/use/package.json': {
      ...{ name: '@geoclients/use', version: '0.0.0', private: true, type: 'module' },
      devDependencies: { '@geoclients/atlas-client': '0.2.0' }
    },
    'examples/use/tsconfig.json': tsconfig,
    [program]: user,
    'release/consumers/use.ts': 'export {}\n'
  }
  for (const name of ['client-core', 'atlas-client']) {
    for (const file of ['README.md', 'dist/index.js', 'dist/index.d.ts']) {
      files[`packages/${name}/${file}`] = 'export {}\n'
    }
  }
  for (const [path, content] of Object.entries(files)) {
    await work.write(path, typeof content === 'string' ? content : JSON.stringify(content))
  }
  await symlink(join(root, 'node_modules'), join(work.root, 'node_modules'))
  await work.generate([], [atlas])
  await work.commit()
  await work.git('tag', '@geoclients/atlas-client@0.2.0')
  return work
}

/** The contract of the atlas after an edit, with what the linter asks of its author. */
export function contractAfter(edit?: Edit): string {
  const document = edited(parse(atlasText), edit)
  const { paths, components } = document
  document.info.license = { name: 'Apache-2.0', identifier: 'Apache-2.0' }
  document.tags = [{ name: 'all', description: 'All.' }]
  const parameters = [...Object.values<Node>(components.parameters)]
  const used = [document.security]
  for (const [path, { parameters: shared = [], ...operations }] of Object.entries<Node>(paths)) {
    parameters.push(...shared)
    for (const [method, operation] of Object.entries<Node>(operations)) {
      const name = `${method}${path.replaceAll(/\W/g, '')}`
      operations[method] = Object.assign(operation, {
        ...{ operationId: name, summary: name, 'x-safe': false, ...operation, tags: ['all'], description: `${name}.` },
        responses: { '404': { description: 'None.' }, ...operation.responses }
      })
      parameters.push(...(operation.parameters ?? []))
      used.push(operation.security ?? [])
      for (const { headers = {} } of Object.values<Node>(operation.responses)) {
        for (const name of Object.keys(headers)) headers[name] = { schema: { type: 'string' }, ...headers[name] }
      }
    }
  }
  for (const one of parameters) if (!one.$ref) one.description = `${one.name}.`
  for (const name of used.flat().flatMap(Object.keys)) {
    components.securitySchemes[name] ??= { type: 'apiKey', in: 'header', name }
  }
  return stringify(withoutUnused(document), { aliasDuplicateObjects: false })
}

// biome-ignore lint/suspicious/noExplicitAny: the fixture of the differ, whose form is known
type Node = any

function withoutUnused(document: Node): Node {
  const text = JSON.stringify(document)
  for (const [group, members] of Object.entries<Node>(document.components)) {
    if (group === 'securitySchemes') continue
    const unused = Object.keys(members).filter((name) => !text.includes(`"#/components/${group}/${name}"`))
    for (const name of unused) delete members[name]
    if (unused.length > 0) return withoutUnused(document)
  }
  return document
}
