import { execFileSync } from 'node:child_process'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { TestWorkplace } from '../scripts/testing/workplace.ts'

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly { readonly name?: string; readonly run?: string; readonly uses?: string }[]
}

/* What zizmor does not know of the release: which job may run whose code, and what the step does that publishes. */
const file = join(import.meta.dirname, '..', '.github', 'workflows', 'release.yml')
const { jobs } = parse(await readFile(file, 'utf8')) as { jobs: Readonly<Record<string, Job>> }

test('who has rights runs no code of others, and who runs it has none', () => {
  const { check, ...others } = jobs
  expect(check?.permissions).toEqual({ contents: 'read' })
  for (const { steps } of Object.values(others)) {
    const text = steps.map(({ run }) => run).join('\n')
    expect(text).not.toMatch(/npm (?:ci|install|i|run|exec|test)\b|npx|\.ci\/|\.ts\b|\.m?js\b/)
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\//)
  }
  expect(JSON.stringify(jobs.publish)).not.toMatch(/actions\/checkout|secrets\./)
})

test('publishing takes what the registry lacks, and tells what is there before something fails', async () => {
  const work = await TestWorkplace.create({ 'release-files/none': '' })
  const place = work.root
  for (const [index, name] of ['@a/there', '@a/new', '@a/broken', '@a/last'].entries()) {
    await work.write('package/package.json', { name, version: '1.0.0' })
    const tarball = join(place, 'release-files', `0${index}-${name.slice(3)}-1.0.0.tgz`)
    execFileSync('tar', ['-czf', tarball, '-C', place, 'package/package.json'])
  }
  const npm = `#!/bin/sh
    echo "$@" >> "${place}/calls"
    case "$*" in *view*there*) echo 1.0.0 ;; *view*) exit 1 ;; *publish*broken*) exit 1 ;; esac`
  await work.write('bin/npm', npm)
  await chmod(join(place, 'bin/npm'), 0o755)
  const output = join(place, 'output')
  const env = { ...process.env, PATH: `${join(place, 'bin')}:${process.env.PATH}`, GITHUB_OUTPUT: output }
  const script = jobs.publish?.steps.find(({ name }) => name === 'publish')?.run ?? ''
  expect(() => execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: place, env })).toThrow()
  expect((await work.read('calls')).trim().split('\n')).toEqual([
    'view @a/there@1.0.0 version',
    'view @a/new@1.0.0 version',
    'publish --ignore-scripts ./release-files/01-new-1.0.0.tgz',
    'view @a/broken@1.0.0 version',
    'publish --ignore-scripts ./release-files/02-broken-1.0.0.tgz'
  ])
  expect((await work.read('output')).trim().split('\n').at(-1)).toBe('published= @a/there@1.0.0 @a/new@1.0.0')
})
