import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLines } from '../../scripts/new-client/count.ts'
import { type ClientPackage, clients } from '../../scripts/registry.ts'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '..', '..')

test.each(Object.entries(pages))(
  '%s is what the sources say; `npm run docs:pages` writes it anew',
  async (path, make) => {
    expect(await readFile(join(root, path), 'utf8')).toBe(await make(root))
  }
)

test('each code has a row, and each method a line', async () => {
  const [api, errors] = await Promise.all([pages['docs/api.md']?.(root), pages['docs/errors.md']?.(root)])
  expect(errors).toMatch(
    /^\| `wait-timeout` \| the job did not end within `waitTimeout`\..* \| `job`, `cause` \(the last failed poll\) \|/m
  )
  expect(api).toContain('| [`getJob`](../packages/ogc-client/src/client/ogc-client.ts) | `GET /jobs/{jobID}` |')
})

test('the README says how large a program is at first, and one with everything', async () => {
  expect(await pages['README.md']?.(root)).toMatch(/^\| `@geoclients\/cas-client` \| [\d.]+ kB \| [\d.]+ kB \|$/m)
})

test('what a maintainer writes for a third client, beside its documentation and tests, is at most 400 lines', async () => {
  const lines = await countLines(clients.find(({ key }) => key === 'features') as ClientPackage, root)
  const counted = lines.filter(({ part }) => /^(?:manifest|sources|mock)/.test(part))
  expect(counted).toHaveLength(3)
  expect(counted.reduce((sum, { byHand }) => sum + byHand, 0)).toBeLessThanOrEqual(400)
})
