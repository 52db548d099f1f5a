import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Api } from './apis.ts'
import { TestServer } from './test-server.ts'
import { contract, demo, goodContract, goodOverlay, pulled, served, type TestWorkplace } from './test-workplace.ts'
import { grown, manifest, overlayForGrown, tsconfig, workplaceToUpdate } from './update/test-update.ts'
import { main as update } from './update.ts'

let work: TestWorkplace
let server: TestServer
beforeEach(async () => {
  server = await TestServer.start()
  serve(served)
  work = await workplaceToUpdate(server.origin)
})
afterEach(async () => {
  await server.stop()
  await work.dispose()
})

function serve(document: object): void {
  server.answers['/openapi.json'] = [200, JSON.stringify(document)]
}

const run = (args: string[], apis: readonly Api[] = [pulled]): Promise<{ code: number; text: string }> =>
  work.run(update, args, apis)
const fromServer = (): Promise<{ code: number; text: string }> => run(['pulled', '--from', server.origin])

describe('an API that describes itself', () => {
  test('is up to date where nothing changed', async () => {
    const before = await work.tree()
    expect(await fromServer()).toEqual({ code: 0, text: 'pulled is up to date.' })
    expect(await work.tree()).toEqual(before)
  })

  test('is pulled, merged, compared, generated and checked, and has a changeset', async () => {
    serve(grown)
    await work.write('specs/pulled/overlay.yaml', overlayForGrown)
    const { code, text } = await fromServer()
    expect(text).toContain('# Update of pulled: 1 added, 1 cosmetic')
    expect(text).toContain('- **GET /sum**\n  - added: It is new.')
    expect(text).toContain('Everything compiles.')
    expect(code).toBe(0)
    expect(await work.read('specs/pulled/upstream.json')).toContain('/sum')
    expect(await work.read('packages/pulled/src/generated/types.ts')).toContain('"/sum"')
    expect(await work.read('.changeset/spec-pulled-4-1.md')).toBe(`---
"@test/pulled": minor
"@test/above": patch
---

The types follow pulled 4.1.

- **GET /sum**
  - added: It is new.
`)
    expect(await fromServer()).toEqual({ code: 0, text: 'pulled is up to date.' })
  })

  test('shows what does not compile any more, and asks for a major version', async () => {
    const overlay = goodOverlay.replace('schema: { type: string }', 'schema: { type: integer }')
    await work.write('specs/pulled/overlay.yaml', overlay)
    const { code, text } = await fromServer()
    expect(text).toContain('packages/pulled/src/user.ts(3,14): error TS2322')
    expect(text).toContain("examples/use/src/main.ts(2,37): error TS2339: Property 'length' does not exist")
    expect(text).toContain('Mend what does not compile.')
    expect(await work.read('.changeset/spec-pulled-3.md')).toContain('"@test/pulled": major')
    expect(code).toBe(0)
  })

  test('writes its report to a file, and does not overwrite a changeset', async () => {
    await work.write('.changeset/spec-pulled-4-1.md', 'words of somebody')
    serve(grown)
    await work.write('specs/pulled/overlay.yaml', overlayForGrown)
    const file = join(work.root, 'report.md')
    const { text } = await run(['pulled', '--from', server.origin, '--report', file])
    expect(await work.read('report.md')).toBe(`${text}\n`)
    expect(await work.read('.changeset/spec-pulled-4-1.md')).toBe('words of somebody')
    expect(await work.read('.changeset/spec-pulled-4-1-2.md')).toContain('minor')
  })

  test.for([
    ['is no OpenAPI', { swagger: '2.0' }, 'is not an OpenAPI 3 document'],
    ['has no paths', { ...served, paths: {} }, 'describes no paths'],
    [
      'lost what the overlay mends',
      { ...served, paths: { '/other': served.paths['/state'] } },
      `specs/pulled/overlay.yaml: action 2, "Texts and answers of the only operation.": nothing matches $.paths['/state'].get`
    ],
    ['does not pass the linter once merged', grown, 'does not pass redocly lint']
  ] as const)('leaves the tree as it was where the document %s', async ([, document, message]) => {
    serve(document)
    const before = await work.tree()
    const { code, text } = await fromServer()
    expect(text).toContain(message)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
  })

  test('needs to know where from', async () => {
    expect(await run(['pulled'])).toEqual({ code: 1, text: expect.stringContaining('Where is the new pulled?') })
  })
})

describe('a contract that is written by hand', () => {
  beforeEach(async () => {
    const name = '@test/demo'
    await work.write('packages/demo/package.json', JSON.stringify({ ...manifest, name, version: '0.3.1' }))
    await work.write('packages/demo/tsconfig.json', tsconfig)
    await work.write('packages/demo/src/json-value.ts', 'export type JsonValue = unknown\n')
    await work.generate([], [demo])
    await work.commit()
  })

  test('is compared with the last commit; before 1.0 a breaking change is minor', async () => {
    await work.write(contract, goodContract.replace('[small, large]', '[small]'))
    const { code, text } = await run(['demo'], [demo])
    expect(text).toContain("breaking: Enum of `Size` lost values: 'large'.")
    expect(await work.read('.changeset/spec-demo-1-0-0.md')).toContain('"@test/demo": minor')
    expect(code).toBe(0)
  })

  test('is all added where the last commit has none, and a changeset is drafted', async () => {
    const fresh = { ...demo, name: 'fresh', contract: 'specs/fresh/openapi.yaml' }
    await work.write(fresh.contract, goodContract)
    const { code, text } = await run(['fresh'], [fresh])
    expect(work.steps.map((step) => step.split(' ')[0])).toEqual(['Merging,', 'Comparing', 'Writing', 'Checking'])
    expect(text).toMatch(/^# Update of fresh: \d+ added\n/)
    expect(await work.read('.changeset/spec-fresh-1-0-0.md')).toContain('"@test/demo": patch')
    expect(code).toBe(0)
  })

  test('is drafted once, until somebody has put the draft into words', async () => {
    const draft = '.changeset/spec-demo-1-0-0.md'
    await work.write(contract, goodContract.replace('[small, large]', '[small]'))
    await run(['demo'], [demo])
    expect((await run(['demo'], [demo])).text).toBe('demo is up to date.')
    await work.write(contract, goodContract.replace('[small, large]', '[large]'))
    await run(['demo'], [demo])
    expect(await work.read(draft)).toContain("lost values: 'small'")
    const words = (await work.read(draft)).replace(/The types follow[\s\S]*$/, 'Things are large.\n')
    await work.write(draft, words)
    await work.write(contract, goodContract.replace('[small, large]', '[medium]'))
    await run(['demo'], [demo])
    expect(await work.read(draft)).toBe(words)
    expect(Object.keys(await work.tree()).filter((path) => path.includes('spec-demo'))).toHaveLength(1)
  })

  test('has a draft of its own where another is committed', async () => {
    await work.write(contract, goodContract.replace('[small, large]', '[small]'))
    await run(['demo'], [demo])
    await work.commit()
    await work.write(contract, goodContract.replace('[small, large]', '[small, huge]'))
    await run(['demo'], [demo])
    expect(await work.read('.changeset/spec-demo-1-0-0-2.md')).toContain("gained values: 'huge'")
  })

  test('cannot be pulled', async () => {
    const { code, text } = await run(['demo', '--from', server.origin], [demo])
    expect(text).toBe(`${contract} is written by hand, there is nothing to pull for it`)
    expect(code).toBe(1)
  })
})

test.for([
  [['nothing', '--from', 'x'], 'There is no API nothing, only pulled'],
  [[], 'One API is needed.'],
  [['pulled', '--form', 'x'], 'Usage: npm run specs:update']
] as const)('refuses %j', async ([args, message]) => {
  expect(await run([...args])).toEqual({ code: 1, text: expect.stringContaining(message) })
})
