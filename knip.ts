import type { KnipConfig } from 'knip'
import { entriesOf, packages } from './scripts/registry.ts'

/** knip finds the entries in a tsdown.config.ts that lists them; the build of a client is made from the registry. */
const ofPackages = Object.fromEntries(
  packages.map((one) => {
    const sources = Object.values(entriesOf(one)).map((source) => `src/${source}.ts`)
    const entry = one.kind === 'client' ? [...sources, 'contract/compatibility.ts'] : []
    return [one.folder, { ...(entry.length > 0 && { entry }), project: ['{src,contract}/**/*.{ts,tsx}'] }]
  })
)

const config: KnipConfig = {
  ignore: ['**/generated/**', 'scripts/new-client/template/**'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['mkfifo'],
  treatConfigHintsAsErrors: false,
  workspaces: {
    ...ofPackages,
    '.': {
      ignoreDependencies: ['@stryker-mutator/vitest-runner'], // named in an option
      project: ['*.ts']
    },
    bench: {
      entry: ['*.ts', 'cas/{bare-fetch,stream}.ts', 'calls/server.ts'],
      project: ['**/*.ts']
    },
    reliability: {
      entry: ['*.ts', 'chaos/runtimes/{main,page}.ts', '{load,server}/*.ts', 'mutants/vitest.config.ts'],
      project: ['**/*.ts']
    },
    'docs/tests': {
      entry: ['{preludes,services}/*.ts'],
      project: ['**/*.ts']
    },
    runtimes: {
      entry: ['test-{browser,runtimes}.ts', 'browser/*.ts', 'broken/{main,page,worker}.ts', 'blocks/{main,page}.ts'],
      project: ['**/*.ts']
    },
    release: {
      entry: ['consumers/*.ts'],
      project: ['**/*.ts']
    },
    scripts: {
      entry: ['{diff,generate,new-client,patterns,pull,update}/main.ts', 'new-client/count.ts'],
      project: ['**/*.ts']
    },
    interop: {
      entry: ['serve.ts', 'older/*.ts', 'fixtures/*.ts', 'fixtures/generated/*.ts'],
      project: ['**/*.ts']
    },
    'apps/explorer': {
      entry: ['browser/*.test.ts'],
      project: ['**/*.{ts,tsx}'],
      ignoreDependencies: ['preact']
    },
    site: {
      entry: ['{main,serve}.ts', 'browser/*.test.ts'],
      project: ['**/*.ts', '.vitepress/**/*.ts'],
      ignoreDependencies: ['@geoclients/explorer', 'typedoc-plugin-markdown'] // built before; named in an option
    },
    'examples/web-form': {
      project: ['**/*.{ts,tsx}']
    },
    'examples/web-next': {
      project: ['*.ts'],
      ignoreDependencies: ['@types/react']
    },
    'examples/*': {
      entry: ['{main,page}.{ts,tsx,js}'],
      project: ['**/*.{ts,tsx,js}']
    }
  }
}

export default config
