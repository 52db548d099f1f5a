import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { Files } from '../files.ts'
import type { NewClient } from './read-request.ts'

/** In scripts/registry.ts: what is new stands before it. */
const place = '  // `npm run new:client` adds a client here.\n'

/** The files that list what there is, with the new client in them. */
export async function editedFiles(client: NewClient, title: string, root: string): Promise<Files> {
  const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
  const { key } = client
  const files = new Map<string, string>()
  const registry = await read('scripts/registry.ts')
  if (!registry.includes(place))
    throw new Failure(`scripts/registry.ts lacks the line that says where a client is added: ${place}`)
  files.set('scripts/registry.ts', registry.replace(place, entry(client) + place))
  const manifest = await read('package.json')
  const scripts = {
    [`premock:${key}`]: 'npm run bootstrap && turbo run build --output-logs=errors-only',
    [`mock:${key}`]: `node packages/${key}-client/src/mock/node/main.ts`
  }
  files.set('package.json', withMembers(manifest, 'scripts', scripts))
  const version = JSON.parse(await read('packages/client-core/package.json')).version
  for (const user of ['release/package.json', 'docs/tests/package.json']) {
    files.set(user, withMembers(await read(user), 'devDependencies', { [`@geoclients/${key}-client`]: version }, true))
  }
  const guides = await read('docs/README.md')
  const last = '- [Testing with our mocks](testing.md)'
  if (!guides.includes(last)) throw new Failure(`docs/README.md lacks the line ${last}`)
  files.set('docs/README.md', guides.replace(last, `- [${title}](${key}.md): its client\n${last}`))
  return files
}

const entry = ({ key, api, contract }: NewClient): string => `  {
    folder: 'packages/${key}-client',
    kind: 'client',
    key: '${key}',
    api: { name: '${api}', contract: '${contract}', mockData: true, handwritten: {} },
    classes: { ${key.charAt(0).toUpperCase()}${key.slice(1)}Client: 'client/${key}-client.ts' }
  },
`

/** The text of a manifest with more members of one of its objects. */
function withMembers(text: string, name: string, members: Readonly<Record<string, string>>, sorted = false): string {
  const manifest = JSON.parse(text)
  const all = Object.entries<string>({ ...manifest[name], ...members })
  if (sorted) all.sort(([one], [other]) => (one < other ? -1 : 1))
  return `${JSON.stringify({ ...manifest, [name]: Object.fromEntries(all) }, null, 2)}\n`
}
