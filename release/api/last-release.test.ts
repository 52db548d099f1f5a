import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastRelease } from './last-release.ts'

let root: string
const git = (...args: string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@test', ...args], { cwd: root })

async function released(version: string, text: string): Promise<void> {
  await writeFile(join(root, 'report.md'), text)
  git('add', '.')
  git('commit', '--quiet', '-m', version)
  git('tag', `@a/b@${version}`)
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'releases-'))
  git('init', '--quiet')
})
afterEach(() => rm(root, { recursive: true }))

test('nothing was released', async () => {
  expect(await lastRelease(root, '@a/b', 'report.md')).toBeUndefined()
})

test('the highest version counts, and a prerelease comes before its release', async () => {
  for (const version of ['0.9.0', '0.10.0-next.1', '0.10.0']) await released(version, version)
  await writeFile(join(root, 'report.md'), 'not released')
  git('tag', '@a/bc@7.0.0')
  expect(await lastRelease(root, '@a/b', 'report.md')).toEqual({ version: '0.10.0', text: '0.10.0' })
})

test('a file that was not there then is empty', async () => {
  await released('0.1.0', 'text')
  expect(await lastRelease(root, '@a/b', 'other.md')).toEqual({ version: '0.1.0', text: '' })
})

test('rejects where there is no repository', async () => {
  await expect(lastRelease(join(root, '..'), '@a/b', 'report.md')).rejects.toThrow('git')
})
