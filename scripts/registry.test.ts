import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { clients, entriesOf, folderName, packageName, packages } from './registry.ts'

const root = join(import.meta.dirname, '..')
const manifest = (path: string): { name: string; private?: boolean; devDependencies?: object; dependencies?: object } =>
  JSON.parse(readFileSync(join(root, path), 'utf8'))

test.each(globSync('{packages,apps}/*/package.json', { cwd: root }).map(dirname))('%s is in the registry', (folder) => {
  const known = packages.find((one) => one.folder === folder)
  const advice = `${folder} is in no list. Add it to "packages" in scripts/registry.ts: generation, compatibility, builds, typedoc, knip, budgets, docs and the rehearsal are made from it.`
  expect(known, advice).toBeDefined()
  const { name, private: isPrivate = false } = manifest(`${folder}/package.json`)
  expect([name, isPrivate]).toEqual([known && packageName(known), known?.kind === 'private'])
})

test.each(packages)('each entry of $folder has its source', (one) => {
  const missing = Object.values(entriesOf(one)).filter(
    (source) => !existsSync(join(root, one.folder, `src/${source}.ts`))
  )
  expect(missing, `"sources" in scripts/registry.ts says where a source lies elsewhere`).toEqual([])
})

test.each(clients)('$folder has what is asked of a client', ({ key, folder, api, ...one }) => {
  const files = [
    api.contract,
    ...['.size-limit.ts', 'LICENSE', 'README.md', 'api-report.md', 'contract/compatibility.ts'].map(
      (name) => `${folder}/${name}`
    ),
    `release/consumers/use-${key}.ts`,
    `docs/tests/preludes/${folderName({ folder, ...one })}.ts`,
    `docs/tests/services/${key}.ts`
  ]
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  const name = packageName({ folder, ...one })
  for (const user of ['release/package.json', 'docs/tests/package.json']) {
    expect(manifest(user).devDependencies, `${user} must depend on ${name}`).toHaveProperty([name])
  }
  expect(manifest('package.json'), `npm run mock:${key} must start its mock`).toHaveProperty(['scripts', `mock:${key}`])
})
