import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Job {
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly {
    readonly if?: string
    readonly run?: string
    readonly uses?: string
    readonly with?: Readonly<Record<string, string | number>>
  }[]
}

const folder = join(import.meta.dirname, '..', '.github', 'workflows')
const workflow = async (name: string) => parse(await readFile(join(folder, name), 'utf8'))
const commands = ({ steps }: Job): (string | undefined)[] => steps.map(({ run }) => run)

test('who publishes runs no code of dependencies, and who runs it has no rights', async () => {
  const { permissions, jobs } = await workflow('release.yml')
  const { check, publish } = jobs as Record<string, Job>
  expect(permissions).toEqual({})
  expect(check?.permissions).toEqual({ contents: 'read' })
  expect(check && commands(check)).toContain('.ci/run')
  expect(publish?.needs).toBe('check')
  expect(publish && commands(publish).filter(Boolean)).toEqual([
    'npm ci --ignore-scripts',
    expect.stringMatching(/^npm config set .*\nnpm run release:publish\n$/),
    'npm run release:tags'
  ])
})

test('what the release calls is what the rehearsal calls', async () => {
  const { jobs } = await workflow('release.yml')
  const publish = jobs.publish as Job
  const called = [...commands(publish), publish.steps.at(-1)?.with?.version].join('\n').match(/release:\w+/g)
  expect(called).toEqual(['release:publish', 'release:tags', 'release:version'])
  const rehearsal = await readFile(join(import.meta.dirname, 'rehearsal', 'publish.ts'), 'utf8')
  for (const script of called ?? []) expect(rehearsal).toContain(`'${script}'`)
})

test('tags are pushed by a step of ours, also where publishing broke off', async () => {
  const { jobs } = await workflow('release.yml')
  const { steps } = jobs.publish as Job
  const tags = steps.find(({ run }) => run === 'npm run release:tags')
  expect(tags?.if).toContain('!cancelled()')
  expect(steps.flatMap((step) => (step.uses?.startsWith('changesets/') ? Object.keys(step.with ?? {}) : []))).toEqual([
    'version'
  ])
})

test.each(['ci.yml', 'release.yml', 'preview.yml'])('%s names the full version of actions of others', async (name) => {
  const { jobs } = (await workflow(name)) as { jobs: Record<string, Job> }
  const uses = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []))
  for (const action of uses.filter((one) => !one.startsWith('actions/'))) {
    expect(action).toMatch(/@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/)
  }
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

test.each(['ci.yml', 'release.yml', 'preview.yml'])('%s has the tags that surfaces are held against', async (name) => {
  const { jobs } = (await workflow(name)) as { jobs: Record<string, Job> }
  const [checkout] = Object.values(jobs)[0]?.steps ?? []
  expect(checkout?.with?.['fetch-depth']).toBe(0)
})
