import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
  const page = await pages['docs/regenerating.md']?.(root)
  const rows = [...(page ?? '').matchAll(/^\| (manifest, settings and lists|sources|mock) \| \d+ \| (\d+) \|$/gm)]
  expect(rows).toHaveLength(3)
  expect(rows.reduce((sum, [, , byHand]) => sum + Number(byHand), 0)).toBeLessThanOrEqual(400)
})
