import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bootstrap-'))
  await mkdir(join(root, 'bin'))
  await writeFile(join(root, 'bin/npm'), '#!/bin/sh\necho "$@" > called\n')
  await chmod(join(root, 'bin/npm'), 0o755)
  await write('package-lock.json', 100)
})
afterEach(() => rm(root, { recursive: true }))

async function write(file: string, seconds: number): Promise<void> {
  await writeFile(join(root, file), '')
  await utimes(join(root, file), seconds, seconds)
}
function installs(): boolean {
  execFileSync('sh', ['-c', scripts.bootstrap], { cwd: root, env: { PATH: `${join(root, 'bin')}:/usr/bin:/bin` } })
  return existsSync(join(root, 'called'))
}

test('installs on a fresh machine, and where an install was broken off', async () => {
  expect(installs()).toBe(true)
  await rm(join(root, 'called'))
  await mkdir(join(root, 'node_modules'))
  expect(installs()).toBe(true)
})

test.each([
  ['not again', 101, false],
  ['not again in the same second', 100, false],
  ['again once the lock file is newer', 99, true]
])('installs %s', async (_, seconds, expected) => {
  await mkdir(join(root, 'node_modules'))
  await write('node_modules/.package-lock.json', seconds)
  expect(installs()).toBe(expected)
})
