import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { packages as all, folderName } from '../../scripts/registry.ts'

const packages = join(import.meta.dirname, '../../packages')
const libraries = all.filter(({ kind }) => kind === 'core' || kind === 'client').map(folderName)
/** An import of values: what is only a type is gone before anything runs. */
const valueImport = /^(?:import|export) (?!type )([^'"]*?) from '(\.[^']+)'/gm

/** The folders of a package's sources, each with those that it imports values of. */
function arrowsOf(name: string): Map<string, Set<string>> {
  const root = join(packages, name, 'src')
  const arrows = new Map<string, Set<string>>()
  for (const file of globSync('*/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/*.test-d.ts', 'testing/**'] })) {
    for (const [, names = '', path = ''] of readFileSync(join(root, file), 'utf8').matchAll(valueImport)) {
      const only = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
      if (only?.split(',').every((one) => one.trim() === '' || one.trim().startsWith('type '))) continue
      const target = posix.join(dirname(file), path)
      const [from = '', to = ''] = [file.split('/')[0], target.split('/')[0]]
      if (from !== to && target.includes('/')) arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
    }
  }
  return arrows
}

test.each(libraries)('no arrow between the folders of %s runs back up', (name) => {
  const arrows = arrowsOf(name)
  expect(arrows.size).toBeGreaterThan(2)
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(arrows.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
  expect([...arrows.keys()].filter((folder) => reaches(folder, folder))).toEqual([])
})
