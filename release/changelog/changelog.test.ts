import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { marker } from '../../scripts/update/draft.ts'

const names = { core: '@geoclients/client-core', client: '@geoclients/demo-client' }
let folder: string
async function write(path: string, content: string | object): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
}
const changeset = (name: string, packages: string, text: string): Promise<void> =>
  write(`.changeset/${name}.md`, `---\n${packages}\n---\n\n${text}\n`)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changelog-'))
  const config = JSON.parse(await readFile(join(import.meta.dirname, '../../.changeset/config.json'), 'utf8'))
  await write('package.json', { name: 'root', private: true, workspaces: ['packages/*'] })
  await write('package-lock.json', {})
  await write('packages/core/package.json', { name: names.core, version: '0.1.0' })
  const dependencies = { [names.core]: '0.1.0' }
  await write('packages/client/package.json', { name: names.client, version: '0.1.0', dependencies })
  await write('.changeset/config.json', { ...config, changelog: join(import.meta.dirname, 'changelog.ts') })
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'x']
  ]) {
    await promisify(execFile)('git', args, { cwd: folder })
  }
})
afterEach(() => rm(folder, { recursive: true }))

/** The changelogs that versioning writes. */
async function versioned(): Promise<{ client: string; core: string }> {
  const bin = join(import.meta.dirname, '../../node_modules/@changesets/cli/bin.js')
  await promisify(execFile)(process.execPath, [bin, 'version'], { cwd: folder })
  const read = (name: string): Promise<string> => readFile(join(folder, 'packages', name, 'CHANGELOG.md'), 'utf8')
  return { client: await read('client'), core: await read('core') }
}

test('each change is a point, behind its theme, and there are no hashes', async () => {
  await changeset('a-jobs', `'${names.client}': minor`, '## Jobs\n\nThey can be watched.\n\nAnd cancelled.')
  await changeset('b-more', `'${names.client}': minor`, 'A longer point\nof two lines.')
  await changeset('c-fix', `'${names.client}': patch\n'${names.core}': patch`, 'A mend.')
  const { client, core } = await versioned()
  expect(client).toBe(`# ${names.client}

## 0.2.0

### Minor Changes

- **Jobs.** They can be watched.

  And cancelled.
- A longer point
  of two lines.

### Patch Changes

- A mend.
- Comes with ${names.core} 0.2.0; its changelog says what changed.
`)
  expect(core).toBe(`# ${names.core}\n\n## 0.2.0\n\n### Patch Changes\n\n- A mend.\n`)
})

test('a client moves with the core and says so; nothing says that nothing changed', async () => {
  await changeset('a', `'${names.core}': minor`, 'Inner matters.')
  const { client, core } = await versioned()
  expect(client).toBe(
    `# ${names.client}\n\n## 0.2.0\n\n### Patch Changes\n\n- Comes with ${names.core} 0.2.0; its changelog says what changed.\n`
  )
  expect(core).toBe(`# ${names.core}\n\n## 0.2.0\n\n### Minor Changes\n\n- Inner matters.\n`)
})

test('the core moves with a client, and nobody is sent to a changelog that says nothing', async () => {
  await changeset('a', `'${names.client}': minor`, 'A new method.')
  expect(await versioned()).toEqual({
    client: `# ${names.client}\n\n## 0.2.0\n\n### Minor Changes\n\n- A new method.\n`,
    core: `# ${names.core}\n\n## 0.2.0\n\nNo changes in this release.\n`
  })
})

test('a draft that nobody has put into words is no changelog', async () => {
  await changeset('a', `'${names.client}': minor`, `${marker}\n\nThe types follow Demo, version 2.`)
  const { stdout, stderr } = await versioned().catch((error) => error)
  expect(stdout + stderr).toContain('A changeset still says: <!-- Drafted by specs:update.')
})
