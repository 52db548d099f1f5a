import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apis } from '../scripts/registry.ts'
import { main as update } from '../scripts/update/main.ts'
import type { Server } from './server.ts'
import { startAlteredCas } from './servers/cas.ts'

/*
 * What a maintainer sees when CAS moves: docs/transcripts/cas-update.md is written by this test (vitest -u) and held against
 * a real server that has moved.
 */
const repository = join(import.meta.dirname, '..')
const overlay = 'specs/cas/overlay.yaml'

let root: string
let server: Server
beforeAll(async () => {
  server = await startAlteredCas()
  root = await mkdtemp(join(tmpdir(), 'update-'))
  const copied = [
    'package.json',
    'specs',
    'tsconfig.base.json',
    'packages/cas-client',
    'packages/client-core/package.json',
    'packages/client-core/src/testing/growth.ts' // the growth table of cas-client uses it
  ]
  for (const path of copied) {
    const filter = (source: string): boolean => !/\/(node_modules|dist)(\/|$)/.test(source)
    await cp(join(repository, path), join(root, path), { recursive: true, filter })
  }
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  await mkdir(join(root, '.changeset'))
  // The contract is compared with the last commit.
  for (const args of ['init --quiet', 'add specs', '-c user.name=t -c user.email=t@t commit --quiet -m before']) {
    await promisify(execFile)('git', args.split(' '), { cwd: root })
  }
})
afterAll(async () => {
  await server?.stop()
  if (root) await rm(root, { recursive: true })
})

async function run(): Promise<string> {
  const lines: string[] = []
  const print = (line: string): unknown => lines.push(line)
  const code = await update(['cas', '--from', server.baseUrl], { root, apis, print })
  // Lines and columns move with every edit of the sources, and the compiler names the members of a union in any order.
  const text = lines.join('\n').replace(/\(\d+,\d+\): (error TS\d+): .*`$/gm, ': $1: …`')
  return `${text}\n(exit code ${code})`
}

async function edit(change: (overlay: string) => string): Promise<void> {
  const text = await readFile(join(root, overlay), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  await writeFile(join(root, overlay), changed)
}

const actionOf = (target: string): RegExp =>
  new RegExp(`  - description: [^\\n]*(\\n    [^\\n]*)*${target}(\\n    [^\\n]*)*\\n+`)

const newActions = `
  - description: What came with 0.2.0.
    target: $.paths['/api/v1/variables'].get
    update:
      operationId: listVariables
      x-safe: true
      summary: List the variables
      description: The names of all variables, in the order of the alphabet.
      responses:
        '200': { description: The names. }
        '401': { $ref: '#/components/responses/Unauthorized' }

  - description: What came with 0.2.0.
    target: $.paths['/api/v1/datasets'].get.parameters[?(@.name == 'licence')]
    update: { description: 'Datasets of this licence, as the dataset spells it.' }
`

test('a CAS that has moved becomes a change to review', async () => {
  const steps = [['A part of the contract that the overlay mends is gone. Nothing was written.', await run()]]

  await edit((text) => text.replace(actionOf("\\(@\\.name == 'variable'\\)\\]"), ''))
  steps.push(['That action is taken out of the overlay. What is new has no texts yet.', await run()])

  await edit((text) => text + newActions)
  steps.push(['The overlay says what the server does not.', await run()])

  const changeset = await readFile(join(root, '.changeset/spec-cas.md'), 'utf8')
  const transcript = [
    '# Transcript: CAS moves',
    'Written by `interop/spec-update.test.ts`, which runs a CAS 0.4.0 whose catalogue was altered. Do not edit.',
    ...steps.flatMap(([what = '', text = ''], index) => [
      `## ${index + 1}. ${what}`,
      `\`\`\`\`text\n$ npm run specs:update -- cas --from http://127.0.0.1:8000\n${text.replaceAll(server.baseUrl, 'http://127.0.0.1:8000')}\n\`\`\`\``
    ]),
    '## The drafted changeset',
    `\`\`\`\`markdown\n${changeset}\`\`\`\``
  ].join('\n\n')
  await expect(`${transcript}\n`).toMatchFileSnapshot(join(repository, 'docs/transcripts/cas-update.md'))
})
