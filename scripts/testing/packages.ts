import type { Content } from './workplace.ts'

const compilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, target: 'es2023' },
  ...{ lib: ['es2023'], module: 'nodenext', types: [] } // without the DOM, which takes most of the time
}
const tsconfig = { extends: '../../tsconfig.base.json', include: ['**/*.ts'] }

/** The root of a repository with packages, and examples that use them; `paths` are for the compiler. */
export const repository = (paths = {}): Record<string, Content> => ({
  'package.json': { name: 'root', private: true, workspaces: ['packages/*', 'examples/*', 'tools'] },
  'package-lock.json': {},
  'tsconfig.base.json': { compilerOptions: { ...compilerOptions, paths } }
})

/** The files of a package; `source` is its only entry. */
export function packageFiles(name: string, version: string, source: string, more = {}): Record<string, Content> {
  const folder = `packages/${name}`
  const manifest = {
    ...{ name: `@geoclients/${name}`, version, type: 'module', license: 'Apache-2.0', files: ['dist'] },
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './package.json': './package.json' },
    ...more
  }
  return {
    [`${folder}/package.json`]: manifest,
    [`${folder}/tsconfig.json`]: tsconfig,
    [`${folder}/src/index.ts`]: source,
    [`${folder}/src/json-value.ts`]: 'export type JsonValue = unknown\n'
  }
}

/** A program that uses a package. */
export function exampleOf(name: string, version: string, program: string): Record<string, Content> {
  const manifest = { name: '@geoclients/use', version: '0.0.0', private: true, type: 'module' }
  return {
    'examples/use/package.json': { ...manifest, devDependencies: { [`@geoclients/${name}`]: version } },
    'examples/use/tsconfig.json': tsconfig,
    'examples/use/main.ts': program
  }
}
