import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Job {
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly { readonly run?: string; readonly with?: Readonly<Record<string, string | number>> }[]
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
  expect(publish && commands(publish).filter(Boolean)).toEqual(['npm ci --ignore-scripts'])
})

test('what the release calls is what the rehearsal calls', async () => {
  const { jobs } = await workflow('release.yml')
  const action = (jobs.publish as Job).steps.at(-1)?.with
  const { version, publish } = action ?? {}
  const rehearsal = await readFile(join(import.meta.dirname, 'rehearsal', 'publish.ts'), 'utf8')
  for (const command of [version, publish]) {
    expect(command).toMatch(/^npm run release:\w+$/)
    expect(rehearsal).toContain(`'${String(command).split(' ').at(-1)}'`)
  }
})

test('all that a package is made from is rehearsed when it changes', async () => {
  const { on } = await workflow('preview.yml')
  expect(on.pull_request.paths).toEqual(
    expect.arrayContaining(['packages/**', 'specs/**', 'release/**', 'package-lock.json', 'tsdown.shared.ts'])
  )
})

test.each(['ci.yml', 'release.yml', 'preview.yml'])('%s has the tags that surfaces are held against', async (name) => {
  const { jobs } = (await workflow(name)) as { jobs: Record<string, Job> }
  const [checkout] = Object.values(jobs)[0]?.steps ?? []
  expect(checkout?.with?.['fetch-depth']).toBe(0)
})
