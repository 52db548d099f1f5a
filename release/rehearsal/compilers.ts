import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Corner } from './corner.ts'
import { run } from './run.ts'
import { tool } from './tools.ts'
import { typeTestDependencies, writeTypeTests } from './type-tests.ts'

const versions = ['5.6', '5.9', '6', '7'] as const

export const compilers: readonly Corner[] = [
  ...versions.flatMap((version) => ['nodenext', 'bundler'].map((resolution) => alone(version, resolution))),
  ...versions.map(everyEntry)
]

/** Only the package is installed, because its declarations must not need other types. */
function alone(version: string, resolution: string): Corner {
  const name = `TypeScript ${version}, ${resolution}`
  return { name, files: [], facts: (project) => compiles(project, version, resolution, ['use.ts']) }
}

/** In Node, as `./node` and `./mock/node` are for it. The type tests of the package, too. */
function everyEntry(version: string): Corner {
  return {
    name: `TypeScript ${version}, every entry`,
    dependencies: { '@cfworker/json-schema': '4.1.1', '@types/node': '24.19.2', ...typeTestDependencies },
    files: ['entries.ts'],
    facts: async (project) =>
      compiles(project, version, 'nodenext', ['entries.ts', ...(await writeTypeTests(project))], ['node'])
  }
}

async function compiles(
  project: string,
  version: string,
  resolution: string,
  files: readonly string[],
  types: readonly string[] = []
): Promise<undefined> {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types,
    noEmit: true,
    module: resolution === 'bundler' ? 'preserve' : resolution,
    moduleResolution: resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true
  }
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  await run(process.execPath, [tool(`typescript-${version}`, 'bin', 'tsc'), '-p', project], { cwd: project })
  return undefined
}
