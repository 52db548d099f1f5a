import { OptionDefaults } from 'typedoc'
import { entriesOf, packages } from '../scripts/registry.ts'

const documented = packages.filter(({ kind }) => kind === 'client' || kind === 'tool')

/** The reference documentation of what the packages export; `npm run docs` writes it to docs/reference. @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'geoclients',
  entryPoints: documented.flatMap((one) =>
    Object.values(entriesOf(one)).map((source) => `../${one.folder}/src/${source}.ts`)
  ),
  tsconfig: 'tsconfig.json',
  out: 'reference',
  readme: '../README.md',
  excludeInternal: true,
  excludePrivate: true,
  disableGit: true,
  sourceLinkTemplate: '../{path}',
  blockTags: [...OptionDefaults.blockTags, '@constant', '@description'], // as openapi-typescript writes them
  treatWarningsAsErrors: true,
  validation: { invalidLink: true, notExported: false }
}
