import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Files } from '../command/files.ts'
import { mockData } from '../generate/mock-data.ts'
import { operationValues, sentence } from './operation-values.ts'
import type { NewClient } from './read-request.ts'
import { fill, render, type Values } from './render.ts'

const templates = join(import.meta.dirname, 'template')

/** The files of a new client by their path below the root, out of the templates and the contract. */
export async function plannedFiles(client: NewClient, root: string): Promise<Files> {
  const values = await valuesOf(client, root)
  const files = new Map<string, string>([
    [`packages/${client.key}-client/LICENSE`, await readFile(join(root, 'LICENSE'), 'utf8')]
  ])
  if (!client.contract.startsWith(`specs/${client.api}/`) || client.api === client.key)
    files.set(client.contract, client.text)
  for (const name of templateNames()) {
    files.set(fill(name, values, name), render(await readFile(join(templates, name), 'utf8'), values, name))
  }
  return files
}

/** The templates, by the path that they have below the root, with its placeholders. */
export function templateNames(): string[] {
  const all = globSync(['**/*', '**/.*', '.*/**'], { cwd: templates, withFileTypes: true })
  const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return [...new Set(files)].map((path) => path.slice(templates.length + 1).replaceAll('\\', '/')).sort()
}

/** What all placeholders stand for. */
export async function valuesOf({ key, contract, document }: NewClient, root: string): Promise<Values> {
  const operation = operationValues(document, contract)
  const title = sentence((document.info as { title?: unknown } | undefined)?.title ?? key)
  // A tour starts with what needs the least.
  const easy = [...operation].sort((a, b) => effort(a) - effort(b))[0] ?? {}
  return {
    ...{ key, api: key, Api: key.charAt(0).toUpperCase() + key.slice(1), API: key.toUpperCase(), title, contract },
    ...(await versions(root)),
    port: String(8_100 + ([...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 800)),
    mockLimit: String(sizeOfMock(document, contract)),
    ...{ querySamples: joined(operation, 'querySample'), renamed: joined(operation, 'snake') },
    operation,
    example: [easy]
  }
}

/** A member of all operations, each once. */
const joined = (operations: readonly Values[], name: string): string =>
  [...new Set(operations.flatMap((one) => one[name] as Values[]).map(({ sample }) => sample))].join(', ')

const effort = ({ method, arguments: given }: Values): number =>
  (method === 'GET' ? 0 : 1_000) + (typeof given === 'string' ? given.length : 0)

/** What mock-core and the data of the contract weigh in kB, min+gzip, with a little room. */
function sizeOfMock(document: object, contract: string): number {
  const data = gzipSync(JSON.stringify(mockData(document, contract))).length
  return Math.ceil((data + 5_500) / 250) / 4
}

/** Those that the clients have already. */
async function versions(root: string): Promise<Values> {
  const manifest = async (name: string) =>
    JSON.parse(await readFile(join(root, `packages/${name}/package.json`), 'utf8'))
  const [sibling, core] = await Promise.all([manifest('cas-client'), manifest('client-core')])
  const { devDependencies: dev, peerDependencies: peer } = sibling
  return {
    coreVersion: core.version,
    ...{ mswVersion: dev.msw, yamlVersion: dev.yaml, nodeTypesVersion: dev['@types/node'] },
    ...{ mswRange: peer.msw, yamlRange: peer.yaml }
  }
}
