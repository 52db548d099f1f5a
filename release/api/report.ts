import { mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>
}

/** The public surface of a built package as Markdown: the declarations of all entry points. Undefined if it has none. */
export async function apiReport(folder: string): Promise<string | undefined> {
  const { name, exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
  const sections: string[] = []
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === 'string' || !target.types) continue
    sections.push(`## ${join(name, entry)}\n\n${await declarations(folder, target.types)}`)
  }
  if (sections.length === 0) return undefined
  const header = `# The public surface of ${name}\n\nMade by \`npm run api-reports\`. Do not edit.`
  return `${[header, ...sections].join('\n\n')}\n`
}

async function declarations(folder: string, types: string): Promise<string> {
  await using work = await mkdtempDisposable(join(tmpdir(), 'api-'))
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, types),
      compiler: { overrideTsconfig: { compilerOptions } },
      apiReport: { enabled: true, reportFileName: 'report', reportFolder: work.path, reportTempFolder: work.path },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: silent },
        extractorMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent }
      }
    }
  })
  const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback: hide })
  if (!succeeded) throw new Error(`The declarations of ${folder}/${types} cannot be read.`)
  const report = await readFile(join(work.path, 'report.api.md'), 'utf8')
  return withoutRemarks(report)
}

const silent = { logLevel: ExtractorLogLevel.None }
const compilerOptions = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable', 'esnext.disposable'],
  module: 'nodenext',
  types: ['node'],
  skipLibCheck: true
}

/** Removes api-extractor's remarks about its TypeScript version and missing documentation. */
function withoutRemarks(report: string): string {
  const code = report.slice(report.indexOf('```ts'), report.lastIndexOf('```') + 3)
  return code
    .split('\n')
    .filter((line) => !/^\s*\/\/ \((undocumented|No @packageDocumentation)/.test(line))
    .map((line) => line.replace(/^\/\/ @public.*$| *\/\/ \(undocumented\)$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

function hide(message: { handled: boolean }): void {
  message.handled = true
}
