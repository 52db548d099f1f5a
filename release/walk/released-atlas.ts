import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { atlas, atlasText } from '../../scripts/testing/atlas.ts'
import { exampleOf, packageFiles, repository } from '../../scripts/testing/packages.ts'
import { type Content, TestWorkplace } from '../../scripts/testing/workplace.ts'

const root = join(import.meta.dirname, '../..')

/** Uses as much of the surface as a program can, so that what the types no longer allow does not compile. */
const program = `import type { components, operations, paths } from '@geoclients/atlas-client'
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
  const types = "export type * from './generated/types.ts'\n"
  const paths = { '@geoclients/atlas-client': ['./packages/atlas-client/src/index.ts'] }
  const files: Record<string, Content> = {
    ...repository(paths),
    ...packageFiles('client-core', '0.2.0', 'export {}\n'),
    ...packageFiles('atlas-client', '0.2.0', types, { dependencies: { '@geoclients/client-core': '0.2.0' } }),
    ...exampleOf('atlas-client', '0.2.0', program),
    '.gitignore': 'node_modules\ntarballs\n',
    '.changeset/config.json': await changesetConfig(),
    [atlas.contract]: atlasText,
    'release/consumers/use.ts': 'export {}\n'
  }
  for (const name of ['client-core', 'atlas-client']) {
    for (const file of ['README.md', 'dist/index.js', 'dist/index.d.ts']) {
      files[`packages/${name}/${file}`] = 'export {}\n'
    }
  }
  const work = await TestWorkplace.create(files)
  await symlink(join(root, 'node_modules'), join(work.root, 'node_modules'))
  await work.generate([], [atlas])
  await work.commit()
  await work.git('tag', '@geoclients/atlas-client@0.2.0')
  return work
}
