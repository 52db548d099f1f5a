import { execFile } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { atlas, atlasAfter, atlasText } from '../testing/atlas.ts'
import { packageFiles } from '../testing/packages.ts'
import { goodOverlay, grown, overlay, overlayForGrown, pulled, pulledWorkplace, served } from '../testing/pulled.ts'
import { startServer, type TestServer } from '../testing/server.ts'
import type { Said, TestWorkplace } from '../testing/workplace.ts'
import { main as update } from './main.ts'

let work: TestWorkplace
let server: TestServer
beforeEach(async () => {
  server = await startServer()
  serve(served)
  work = await pulledWorkplace(server.origin)
})

function serve(document: object): void {
  server.answers['/openapi.json'] = [200, JSON.stringify(document)]
}

const run = (...args: string[]): Said => work.run(update, args, [pulled])
const fromServer = (): Said => run('pulled', '--from', server.origin)
const draftOf = (name: string): Promise<string> => work.read(`.changeset/spec-${name}.md`)

describe('an API that describes itself', () => {
  test('is up to date where nothing changed', async () => {
    const before = await work.tree()
    expect(await fromServer()).toEqual({ code: 0, text: 'pulled is up to date.' })
    expect(await work.tree()).toEqual(before)
  })

  test('shows what does not compile any more, and asks for a major version', async () => {
    await work.write(overlay, goodOverlay.replace('schema: { type: string }', 'schema: { type: integer }'))
    const { code, text } = await fromServer()
    expect(text).toContain('packages/pulled/src/index.ts(3,14): error TS2322')
    expect(text).toContain("examples/use/main.ts(2,37): error TS2339: Property 'length' does not exist")
    expect(text).toContain('Mend what does not compile.')
    expect(await draftOf('pulled')).toContain('"@geoclients/pulled": major')
    expect(code).toBe(0)
  })

  test('the bump is what the surface asks for where the wire asks for less', async () => {
    const withEnum = (values: string): string =>
      goodOverlay.replace('type: string }', `type: string, enum: [${values}] }`)
    const program = 'examples/use/main.ts'
    await work.write(overlay, withEnum('idle, busy'))
    await work.write(program, `import type { State } from '@geoclients/pulled'\nexport const b: State = 'busy'\n`)
    await work.generate([], [pulled])
    await work.commit()
    await work.write(overlay, withEnum('idle'))
    expect((await fromServer()).text).toContain('# Update of pulled: 1 warning\n')
    expect(await draftOf('pulled')).toContain('"@geoclients/pulled": major')
    await work.write(program, 'export {}\n')
    expect((await fromServer()).text).toContain('Everything compiles.')
    expect(await draftOf('pulled')).toContain('"@geoclients/pulled": major')
  })

  test.for([
    [
      'lost what the overlay mends',
      { ...served, paths: { '/other': served.paths['/state'] } },
      'nothing matches $.paths'
    ],
    ['does not pass the linter once merged', grown, 'does not pass redocly lint']
  ] as const)('leaves the tree as it was where the document %s', async ([, document, message]) => {
    serve(document)
    const before = await work.tree()
    expect(await fromServer()).toEqual({ code: 1, text: expect.stringContaining(message) })
    expect(await work.tree()).toEqual(before)
  })
})

describe('where it fails after the contracts were compared, the tree stays as it was:', () => {
  const config = 'packages/pulled/tsconfig.json'
  beforeEach(async () => {
    serve(grown)
    await work.write(overlay, overlayForGrown)
  })

  test('types that cannot be checked, and the next run has all to do again', async () => {
    const good = await work.read(config)
    await work.write(config, '{ "extends": "./nothing.json" }')
    const before = await work.tree()
    const { code, text } = await fromServer()
    expect(text).toMatch(/^The types cannot be checked in packages\/pulled\n.*error TS5083: Cannot read file /)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
    await work.write(config, good)
    expect((await fromServer()).text).toContain('# Update of pulled: 1 added')
  })

  test('an interrupt', async () => {
    // Reading a pipe that nobody writes to never ends, nor does the type check then.
    await work.remove(config)
    await promisify(execFile)('mkfifo', [join(work.root, config)])
    const before = await work.tree()
    const program = `
      const { main } = await import(${JSON.stringify(new URL('./main.ts', import.meta.url).href)})
      const [root, apis, args] = ${JSON.stringify([work.root, [pulled], ['pulled', '--from', server.origin]])}
      process.exitCode = await main(args, { root, apis, print: console.log })`
    const child = execFile(process.execPath, ['--input-type=module', '--eval', program])
    const ended = new Promise((end) => child.once('exit', (_, signal) => end(signal)))
    // What is written last.
    const watcher = watch(join(work.root, 'specs/pulled'), (_, name) => {
      if (name === 'upstream.json') child.kill('SIGINT')
    })
    expect(await ended).toBe('SIGINT')
    watcher.close()
    expect(await work.tree()).toEqual(before)
  })
})

describe('a contract that is written by hand', () => {
  beforeEach(async () => {
    await work.writeAll({ [atlas.contract]: atlasText, ...packageFiles('atlas-client', '0.3.1', '') })
    await work.generate([], [atlas])
    await work.commit()
  })
  const edit = async (values: string): Said => {
    await work.write(atlas.contract, atlasText.replace('[plain, relief]', values))
    return work.run(update, ['atlas'], [atlas])
  }

  test('is drafted once, until somebody has put the draft into words; before 1.0 a breaking change is minor', async () => {
    await edit('[plain]')
    expect((await edit('[relief]')).text).toContain("breaking: Parameter `style`: Enum lost values: 'plain'.")
    expect(await draftOf('atlas')).toMatch(/"@geoclients\/atlas-client": minor\n[\s\S]*lost values: 'plain'/)
    const words = (await draftOf('atlas')).replace(/<!--[\s\S]*$/, 'Tiles have relief.\n')
    await work.write('.changeset/spec-atlas.md', words)
    await edit('[night]')
    expect(await draftOf('atlas')).toBe(words)
    expect(Object.keys(await work.tree()).filter((path) => path.includes('spec-atlas'))).toHaveLength(1)
  })

  test('is all added where the last commit has none, beside a changeset that is committed', async () => {
    await work.write('.changeset/spec-fresh.md', 'words of somebody')
    await work.commit()
    const fresh = { ...atlas, name: 'fresh', contract: 'specs/fresh/openapi.yaml' }
    await work.write(fresh.contract, atlasAfter())
    const { code, text } = await work.run(update, ['fresh'], [fresh])
    expect(work.steps.map((step) => step.split(' ')[0])).toEqual(['Merging,', 'Comparing', 'Writing', 'Checking'])
    expect(text).toMatch(/^# Update of fresh: \d+ added\n/)
    expect(await draftOf('fresh-2')).toContain('"@geoclients/atlas-client": patch')
    expect(code).toBe(0)
  })
})

test.for([
  [['nothing', '--from', 'x'], 'There is no API nothing, only pulled'],
  [[], 'One API is needed.'],
  [['pulled', '--form', 'x'], 'Usage: npm run specs:update']
] as const)('refuses %j', async ([args, message]) => {
  expect(await run(...args)).toEqual({ code: 1, text: expect.stringContaining(message) })
})
