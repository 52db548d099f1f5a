import { execFile } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { grown, overlay, overlayForGrown, pulled, pulledWorkplace, served } from '../testing/pulled.ts'
import { startServer } from '../testing/server.ts'
import type { Said, TestWorkplace } from '../testing/workplace.ts'
import { main as update } from './main.ts'

/* An update that fails after the contracts were compared leaves the tree as it was. */
const config = 'packages/pulled/tsconfig.json'
let work: TestWorkplace
let args: string[]
beforeEach(async () => {
  const server = await startServer()
  server.answers['/openapi.json'] = [200, JSON.stringify(served)]
  work = await pulledWorkplace(server.origin)
  server.answers['/openapi.json'] = [200, JSON.stringify(grown)]
  await work.write(overlay, overlayForGrown)
  args = ['pulled', '--from', server.origin]
})
const run = (): Said => work.run(update, args, [pulled])

test('types that cannot be checked, and the next run has all to do again', async () => {
  const good = await work.read(config)
  await work.write(config, '{ "extends": "./nothing.json" }')
  const before = await work.tree()
  const { code, text } = await run()
  expect(text).toMatch(/^The types cannot be checked in packages\/pulled\n.*error TS5083: Cannot read file /)
  expect(code).toBe(1)
  expect(await work.tree()).toEqual(before)
  await work.write(config, good)
  expect((await run()).text).toContain('# Update of pulled: 1 added')
})

test('an interrupt', async () => {
  // Reading a pipe that nobody writes to never ends, nor does the type check then.
  await work.remove(config)
  await promisify(execFile)('mkfifo', [join(work.root, config)])
  const before = await work.tree()
  const program = `
    const { main } = await import(${JSON.stringify(new URL('./main.ts', import.meta.url).href)})
    const [root, apis, args] = ${JSON.stringify([work.root, [pulled], args])}
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
