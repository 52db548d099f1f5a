import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folders.ts'

/** What the entry points contain, by their path in the package. The main one has the description of its package. */
const abouts: Readonly<Record<string, string>> = {
  auth: 'Login forms and OAuth 2.',
  geojson: 'Streams of GeoJSON lines and of GeoJSON text sequences, to read and to write.',
  helpers: 'Small helpers: collects a list page by page, encodes files for inputs, and puts errors into words.',
  mock: 'A stateful mock server as a `fetch`, for tests.',
  'mock/msw': 'The mock as handlers of msw.',
  'mock/node': 'The mock as a server on a port.',
  node: 'Settings from the files and environment variables of the Python clients, and what else needs Node.',
  query: 'Options for TanStack Query.',
  schema: 'JSON Schemas of inputs and outputs for forms, and checks of inputs.',
  store: 'Live views of jobs, for any framework.'
}

/** The description of an entry point in the index of the reference. Throws if there is none. */
export function aboutOfEntry(folder: string, path: string): string {
  const about = path === '' ? descriptionOf(folder) : abouts[path]
  if (!about)
    throw new Error(`The entry point "${path}" of ${folder} needs a description in site/build/entry-abouts.ts.`)
  return about
}

const descriptionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).description
