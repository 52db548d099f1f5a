import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { releaseStep } from './rehearsal/steps.ts'

interface Job {
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly {
    readonly if?: string
    readonly run?: string
    readonly uses?: string
    readonly with?: Readonly<Record<string, string | number | boolean>>
  }[]
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const root = join(import.meta.dirname, '..')
const folder = join(root, '.github', 'workflows')
const workflow = async (name: string) => parse(await readFile(join(folder, name), 'utf8'))
const commands = ({ steps }: Job): (string | undefined)[] => steps.map(({ run }) => run)

const all = ['ci.yml', 'release.yml', 'preview.yml']
const stepsOf = async (name: string) => {
  const { jobs } = (await workflow(name)) as { jobs: Record<string, Job> }
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

test('who has rights runs no code of others, and who runs it has none', async () => {
  const { permissions, jobs } = (await workflow('release.yml')) as Workflow
  expect(permissions).toEqual({})
  expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))).toEqual({
    check: { contents: 'read' },
    'pull-request': { contents: 'write', 'pull-requests': 'write' },
    publish: { 'id-token': 'write' },
    tag: { contents: 'write' }
  })
  const { check, ...others } = jobs
  expect(check && commands(check)).toContain('.ci/run')
  for (const job of Object.values(others)) {
    const text = commands(job).join('\n')
    expect(text).not.toMatch(/npm (?:ci|install|i|run|exec|test)\b|npx|\.ci\/|\.ts\b|\.m?js\b/)
    for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/^actions\//)
  }
})

test('the job that publishes has npm and the tarballs, and neither the repository nor a token that is kept', async () => {
  const { jobs } = (await workflow('release.yml')) as Workflow
  const { publish } = jobs
  expect(publish?.needs).toBe('check')
  expect(publish?.steps.map(({ uses = 'npm' }) => uses.replace(/@.*/, ''))).toEqual([
    'actions/setup-node',
    'actions/download-artifact',
    'npm'
  ])
  expect(await readFile(join(folder, 'release.yml'), 'utf8')).not.toMatch(/secrets\.|NPM_TOKEN|_authToken/)
})

test('what the release does is what the rehearsal does', async () => {
  const rehearsal = await readFile(join(import.meta.dirname, 'rehearsal', 'publish.ts'), 'utf8')
  for (const [job, name] of [
    ['check', 'version'],
    ['check', 'pack'],
    ['pull-request', 'commit'],
    ['publish', 'publish'],
    ['tag', 'tag']
  ] as const) {
    expect(await releaseStep(root, job, name)).not.toBe('')
    expect(rehearsal).toContain(`step('${job}', '${name}'`)
  }
  await expect(releaseStep(root, 'publish', 'nope')).rejects.toThrow(
    "the job publish of release.yml has no step 'nope'"
  )
})

test('tags are made, also where publishing broke off', async () => {
  const { jobs } = (await workflow('release.yml')) as Workflow
  expect(jobs.tag?.if).toContain('!cancelled()')
  expect(jobs.tag?.if).toContain("needs.publish.outputs.published != ''")
})

test('publishing takes what the registry lacks, and tells what is there before something fails', async () => {
  const place = await mkdtemp(join(tmpdir(), 'publish-'))
  onTestFinished(() => rm(place, { recursive: true }))
  await mkdir(join(place, 'release-files'))
  await mkdir(join(place, 'package'))
  for (const [index, name] of ['@a/there', '@a/new', '@a/broken', '@a/last'].entries()) {
    await writeFile(join(place, 'package', 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
    const tarball = join(place, 'release-files', `0${index}-${name.slice(3)}-1.0.0.tgz`)
    execFileSync('tar', ['-czf', tarball, '-C', place, 'package/package.json'])
  }
  await mkdir(join(place, 'bin'))
  const npm = `#!/bin/sh
    echo "$@" >> "${place}/calls"
    case "$*" in
      *view*there*) echo 1.0.0 ;;
      *view*) exit 1 ;;
      *publish*broken*) exit 1 ;;
    esac`
  await writeFile(join(place, 'bin', 'npm'), npm, { mode: 0o755 })
  const env = {
    ...process.env,
    PATH: `${join(place, 'bin')}:${process.env.PATH}`,
    GITHUB_OUTPUT: join(place, 'output')
  }
  const script = ['-e', '-o', 'pipefail', '-c', await releaseStep(root, 'publish', 'publish')]
  expect(() => execFileSync('bash', script, { cwd: place, env })).toThrow()
  expect((await readFile(join(place, 'calls'), 'utf8')).trim().split('\n')).toEqual([
    'view @a/there@1.0.0 version',
    'view @a/new@1.0.0 version',
    'publish --ignore-scripts ./release-files/01-new-1.0.0.tgz',
    'view @a/broken@1.0.0 version',
    'publish --ignore-scripts ./release-files/02-broken-1.0.0.tgz'
  ])
  expect((await readFile(join(place, 'output'), 'utf8')).trim().split('\n').at(-1)).toBe(
    'published= @a/there@1.0.0 @a/new@1.0.0'
  )
})

test.each(all)('%s names the commit of each action, and its version for whoever reads it', async (name) => {
  const text = await readFile(join(folder, name), 'utf8')
  const lines = text.split('\n').filter((line) => line.includes('uses:'))
  expect(lines.length).toBe((await stepsOf(name)).filter(({ uses }) => uses).length)
  for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test.each(all)('%s leaves no token in the configuration of git', async (name) => {
  const checkouts = (await stepsOf(name)).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.length).toBeGreaterThan(0)
  for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false)
})

test('all that a package is made from is rehearsed when it changes', async () => {
  const { on } = await workflow('preview.yml')
  expect(on.pull_request.paths).toEqual(
    expect.arrayContaining([
      'packages/**',
      'specs/**',
      'release/**',
      'package-lock.json',
      'tsdown.shared.ts',
      'turbo.json',
      '.npmrc'
    ])
  )
})

test.each(all)('%s has the tags that surfaces are held against', async (name) => {
  const { jobs } = (await workflow(name)) as { jobs: Record<string, Job> }
  const [checkout] = Object.values(jobs)[0]?.steps ?? []
  expect(checkout?.with?.['fetch-depth']).toBe(0)
})
