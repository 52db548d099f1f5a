import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packages } from '../scripts/registry.ts'
import { publicPackages } from './api/packages.ts'

const root = join(import.meta.dirname, '..')

/** A program has no entry that others import. */
const libraries = (await publicPackages(root)).filter(
  ({ folder }) => packages.find((one) => one.folder === folder)?.kind !== 'program'
)

test.each(libraries)('every entry of $name has a budget', async ({ folder }) => {
  const { exports } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  const entries = Object.values<{ default?: string }>(exports).flatMap((target) => target.default ?? [])
  const { default: checks } = await import(join(root, folder, '.size-limit.ts'))
  const budgeted = new Set<string>(checks.map(({ path }: { path: string }) => `./${path}`))
  expect([...budgeted].sort()).toEqual(entries.sort())
})
