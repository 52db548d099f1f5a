import { glob, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Application, Comment, Converter, type DeclarationReflection, ReflectionKind } from 'typedoc'
import config from '../../docs/typedoc.config.js'
import { entriesOf, packageName, packages } from '../../scripts/registry.ts'
import { aboutOfEntry } from './entry-abouts.ts'
import { root } from './folders.ts'

/** The form in which pages of the reference link to a source below `packages/`: `source:ogc-client/src/file.ts#L7`. */
export const sourceScheme = 'source:'

interface Entry {
  /** Relative to the root. */
  readonly source: string
  /** The name in typedoc: `packages/ogc-client/src/auth`. */
  readonly module: string
  /** The name in an import: `@geoclients/ogc-client/auth`. */
  readonly name: string
  /** What it contains, in a sentence. */
  readonly about: string
}

function documentedEntries(): Entry[] {
  const documented = packages.filter(({ kind }) => kind === 'client' || kind === 'tool')
  return documented.flatMap((one) =>
    Object.entries(entriesOf(one)).map(([built, source]) => ({
      source: `${one.folder}/src/${source}.ts`,
      module: `${one.folder}/src/${source}`.replace(/\/index$/, ''),
      name: `${packageName(one)}/${built}`.replace(/\/index$/, ''),
      about: aboutOfEntry(one.folder, built.replace(/\/?index$/, ''))
    }))
  )
}

/** Options for the theme of the site. */
const markdown = {
  plugin: ['typedoc-plugin-markdown'],
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  useFirstParagraphOfCommentAsSummary: true,
  indexFormat: 'table',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'list',
  pageTitleTemplates: { module: '{name}', member: '{name}' }
}

/** Writes the reference of all exports as Markdown, from the docstrings, and its tree. Returns the files. */
export async function writeReference(out: string, navigationJson: string): Promise<string[]> {
  await rm(out, { recursive: true, force: true })
  const entries = documentedEntries()
  const byModule = new Map(entries.map((entry) => [entry.module, entry]))
  const options = {
    ...config,
    ...markdown,
    entryPoints: entries.map(({ source }) => join(root, source)),
    tsconfig: join(root, 'docs', 'tsconfig.json'),
    basePath: root,
    readme: 'none',
    // The types of the contracts are left out, because as pages they would be larger than all others together. See the contracts.
    exclude: ['**/generated/**'],
    sourceLinkTemplate: `${sourceScheme}{path}#L{line}`,
    navigationJson,
    sortEntryPoints: false,
    navigation: { includeGroups: false },
    logLevel: 'Warn' as const,
    out
  }
  const app = await Application.bootstrapWithPlugins(options)
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_context: unknown, reflection: DeclarationReflection) => {
    if (reflection.kind !== ReflectionKind.Module) return
    const entry = byModule.get(reflection.name)
    if (!entry) return
    reflection.name = entry.name
    reflection.comment ??= new Comment([{ kind: 'text', text: entry.about }])
  })
  const project = await app.convert()
  if (!project) throw new Error('typedoc makes no reference')
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('typedoc warns of the reference')
  return Array.fromAsync(glob(join(out, '**', '*.md')))
}
