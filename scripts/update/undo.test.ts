import { execFile } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestServer } from '../testing/server.ts'
import { grown, overlayForGrown, workplaceToUpdate } from '../testing/update-workplace.ts'
import { pulled, served, type TestWorkplace } from '../testing/workplace.ts'
import { main as update } from './main.ts'

/* An update that fails after the contracts were compared leaves the tree as it was. */
let work: TestWorkplace
let server: TestServer
let before: Record<string, string>
beforeEach(async () => {
  server = await TestServer.start()
  server.answers['/openapi.json'] = [200, JSON.stringify(served)]
  work = await workplaceToUpdate(server.origin)
  server.answers['/openapi.json'] = [200, JSON.stringify(grown)]
  await work.write('specs/pulled/overlay.yaml', overlayForGrown)
  before = await work.tree()
})
afterEach(async () => {
  await server.stop()
  await work.dispose()
})

const args = (...more: string[]): string[] => ['pulled', '--from', server.origin, ...more]

test.for([
  ['in a folder that is not there', 'missing/r.md', 'ENOENT'],
  ['where a folder is', 'specs', 'EISDIR']
] as const)('a report %s', async ([, path, code]) => {
  const file = join(work.root, path)
  const answer = { code: 1, text: `${file} cannot be written (${code})` }
  expect(await work.run(update, args('--report', file), [pulled])).toEqual(answer)
  expect(await work.tree()).toEqual(before)
})

test('types that cannot be checked, and the next run has all to do again', async () => {
  const config = await work.read('packages/pulled/tsconfig.json')
  await work.write('packages/pulled/tsconfig.json', '{ "extends": "./nothing.json" }')
  before = await work.tree()
  const { code, text } = await work.run(update, args('--report', join(work.root, 'report.md')), [pulled])
  expect(text).toMatch(/^The types cannot be checked in packages\/pulled\n.*error TS5083: Cannot read file /)
  expect(code).toBe(1)
  expect(await work.tree()).toEqual(before)
  await work.write('packages/pulled/tsconfig.json', config)
  expect((await work.run(update, args(), [pulled])).text).toContain('# Update of pulled: 1 added')
})

test('an interrupt', async () => {
  // Reading a pipe that nobody writes to never ends, nor does the type check then.
  await work.remove('packages/pulled/tsconfig.json')
  await promisify(execFile)('mkfifo', [join(work.root, 'packages/pulled/tsconfig.json')])
  before = await work.tree()
  const program = `
    const { main } = await import(${JSON.stringify(new URL('./main.ts', import.meta.url).href)})
    const [root, apis, args] = ${JSON.stringify([work.root, [pulled], args()])}
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
