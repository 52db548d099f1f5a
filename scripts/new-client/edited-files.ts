import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../command/failure.ts'
import type { Files } from '../command/files.ts'
import type { NewClient } from './read-request.ts'

interface Insertion {
  readonly path: string
  /** The line that the text stands before. */
  readonly before: string
  readonly text: string
}

/** What lists in sources get: each text before a line that is there. */
const insertions = (client: NewClient, title: string): Insertion[] => {
  const { key } = client
  const name = `@geoclients/${key}-client`
  const [services, modules] = ['docs/tests/services.ts', 'site/playground/modules.ts']
  const entries = [name, `${name}/mock`].map((one) => `  '${one}': () => import('${one}'),\n`)
  const prelude = `  '${key}-client': () => import('../../docs/tests/preludes/${key}-client.ts'),\n`
  return [
    { path: 'scripts/registry.ts', before: '  // `npm run new:client` adds a client here.\n', text: entry(client) },
    {
      path: 'docs/README.md',
      before: '- [Testing with our mocks](testing.md)',
      text: `- [${title}](${key}.md): its client\n`
    },
    {
      path: services,
      before: 'import { service as ogc }',
      text: `import { service as ${key} } from './services/${key}.ts'\n`
    },
    { path: services, before: 'ogc]\n', text: `${key}, ` },
    { path: modules, before: "  '@geoclients/ogc-client': () =>", text: entries.join('') },
    { path: modules, before: "  'ogc-client': () =>", text: prelude }
  ]
}

/** The files that list what there is, with the new client in them. */
export async function editedFiles(client: NewClient, title: string, root: string): Promise<Files> {
  const files = new Map<string, string>()
  const read = async (path: string): Promise<string> => files.get(path) ?? readFile(join(root, path), 'utf8')
  for (const { path, before, text } of insertions(client, title)) {
    const content = await read(path)
    if (!content.includes(before)) throw new Failure(`${path} lacks the place where a client is added: ${before}`)
    files.set(
      path,
      content.replace(before, () => text + before)
    )
  }
  const { key } = client
  const scripts = {
    [`premock:${key}`]: 'npm run bootstrap && turbo run build --output-logs=errors-only',
    [`mock:${key}`]: `node packages/${key}-client/src/mock/node/main.ts`
  }
  files.set('package.json', withMembers(await read('package.json'), 'scripts', scripts))
  const version = JSON.parse(await read('packages/client-core/package.json')).version
  const own = { [`@geoclients/${key}-client`]: version }
  for (const user of ['release/package.json', 'docs/tests/package.json', 'site/package.json']) {
    files.set(user, withMembers(await read(user), 'devDependencies', own, true))
  }
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
