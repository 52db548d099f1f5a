import { readFileSync } from 'node:fs'
import { type RegisterHooksOptions, registerHooks } from 'node:module'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { instrument } from './instrument.ts'

/** An entered function: its file relative to `packages/`, and its name. */
export interface Entry {
  readonly file: string
  readonly name: string
}

const packages = join(import.meta.dirname, '..', '..', 'packages')
const counted = /^(ogc-client|cas-client|client-core)\/src\//
const leftOut = /\/(mock|schema|testing|generated)\//

let entries: Entry[] | undefined
Object.assign(globalThis, { entered: (file: string, name: string) => entries?.push({ file, name }) })

/**
 * Loads the packages from their instrumented sources. Call it before anything imports them.
 */
export function traceSources(): void {
  registerHooks({ resolve: fromSource, load: instrumented })
}

/** The functions that are entered while something runs, in order. */
export async function traced(run: () => Promise<unknown>): Promise<readonly Entry[]> {
  const own: Entry[] = []
  entries = own
  try {
    await run()
  } finally {
    entries = undefined
  }
  return own
}

/** Resolves built files as usual, and replaces them by their sources. */
const fromSource: RegisterHooksOptions['resolve'] = (specifier, context, next) => {
  const resolved = next(specifier, context)
  const [, folder, path] = /^(.*)\/dist\/(.*)\.js$/.exec(resolved.url) ?? []
  if (!folder?.startsWith(pathToFileURL(packages).href)) return resolved
  return { ...resolved, url: `${folder}/src/${path}.ts`, format: 'module-typescript' }
}

const instrumented: RegisterHooksOptions['load'] = (url, context, next) => {
  if (!url.startsWith('file:')) return next(url, context)
  const path = fileURLToPath(url)
  const file = relative(packages, path).replaceAll(sep, '/')
  if (!counted.test(file) || leftOut.test(file)) return next(url, context)
  return { format: 'module-typescript', source: instrument(readFileSync(path, 'utf8'), file), shortCircuit: true }
}
