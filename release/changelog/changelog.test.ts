import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { packageFiles, repository } from '../../scripts/testing/packages.ts'
import { TestWorkplace } from '../../scripts/testing/workplace.ts'
import { marker } from '../../scripts/update/draft.ts'
import { changesetConfig } from '../walk/released-atlas.ts'

const [core, client] = ['@geoclients/client-core', '@geoclients/demo-client']
let work: TestWorkplace
const changeset = (name: string, packages: string, text: string): Promise<void> =>
  work.write(`.changeset/${name}.md`, `---\n${packages}\n---\n\n${text}\n`)

beforeEach(async () => {
  work = await TestWorkplace.create({
    ...{ ...repository(), '.changeset/config.json': await changesetConfig() },
    ...packageFiles('client-core', '0.1.0', ''),
    ...packageFiles('demo-client', '0.1.0', '', { dependencies: { [core]: '0.1.0' } })
  })
  await work.commit()
})

/** The changelogs that versioning writes. */
async function versioned(): Promise<{ client: string; core: string }> {
  const bin = join(import.meta.dirname, '../../node_modules/@changesets/cli/bin.js')
  await promisify(execFile)(process.execPath, [bin, 'version'], { cwd: work.root })
  const read = (name: string): Promise<string> => work.read(`packages/${name}/CHANGELOG.md`)
  return { client: await read('demo-client'), core: await read('client-core') }
}

test('each change is a point, behind its theme, and there are no hashes', async () => {
  await changeset('a-jobs', `'${client}': minor`, '## Jobs\n\nThey can be watched.\n\nAnd cancelled.')
  await changeset('b-more', `'${client}': minor`, 'A longer point\nof two lines.')
  await changeset('b-parts', `'${client}': minor`, '# Parts\n\n- One.\n- Two.')
  await changeset('c-fix', `'${client}': patch\n'${core}': patch`, 'A mend.')
  expect(await versioned()).toEqual({
    client: `# ${client}

## 0.2.0

### Minor Changes

- **Jobs.** They can be watched.

  And cancelled.
- A longer point
  of two lines.
- **Parts.**
  - One.
  - Two.

### Patch Changes

- A mend.
- Comes with ${core} 0.2.0; its changelog says what changed.
`,
    core: `# ${core}\n\n## 0.2.0\n\n### Patch Changes\n\n- A mend.\n`
  })
})

test.for([
  [
    'a client moves with the core and says so; nothing says that nothing changed',
    core,
    `### Patch Changes\n\n- Comes with ${core} 0.2.0; its changelog says what changed.`,
    '### Minor Changes\n\n- Words.'
  ],
  [
    'the core moves with a client, and nobody is sent to a changelog that says nothing',
    client,
    '### Minor Changes\n\n- Words.',
    'No changes in this release.'
  ]
] as const)('%s', async ([, changed, ofClient, ofCore]) => {
  await changeset('a', `'${changed}': minor`, 'Words.')
  expect(await versioned()).toEqual({
    client: `# ${client}\n\n## 0.2.0\n\n${ofClient}\n`,
    core: `# ${core}\n\n## 0.2.0\n\n${ofCore}\n`
  })
})

test('a draft that nobody has put into words is no changelog', async () => {
  await changeset('a', `'${client}': minor`, `${marker}\n\nThe types follow Demo, version 2.`)
  const { stdout, stderr } = await versioned().catch((error) => error)
  expect(stdout + stderr).toContain('A changeset still says: <!-- Drafted by specs:update.')
})
