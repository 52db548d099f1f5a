import { OptionDefaults } from 'typedoc'

const entriesOf = (name, entries) => entries.map((entry) => `../packages/${name}/src/${entry}.ts`)

/** The reference documentation of what the packages export; `npm run docs` writes it to docs/reference. @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'geoclients',
  entryPoints: [
    ...entriesOf('ogc-client', ['index', 'auth/index', 'schema/index', 'store/index', 'query/index', 'helpers/index']),
    ...entriesOf('ogc-client', ['node/index']),
    ...entriesOf('ogc-client', ['mock/index', 'mock/msw', 'mock/node/index']),
    ...entriesOf('typegen', ['index']),
    ...entriesOf('cas-client', [
      'index',
      'geojson-io/entry',
      'query/index',
      'node/index',
      'mock/index',
      'mock/msw',
      'mock/node/index'
    ])
  ],
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
