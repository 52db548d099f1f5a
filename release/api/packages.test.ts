import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publicPackages } from './packages.ts'

test('what is published: neither private packages nor folders that hold only what was generated', async () => {
  const root = await mkdtemp(join(tmpdir(), 'packages-'))
  try {
    await mkdir(join(root, 'packages/fake/src/generated'), { recursive: true })
    for (const [name, manifest] of Object.entries({
      b: { name: '@a/b', version: '1.0.0' },
      a: { name: '@a/a', version: '2.0.0' },
      inner: { name: '@a/inner', version: '0.0.0', private: true }
    })) {
      await mkdir(join(root, 'packages', name))
      await writeFile(join(root, 'packages', name, 'package.json'), JSON.stringify(manifest))
    }
    expect(await publicPackages(root)).toEqual([
      { folder: 'packages/a', name: '@a/a', version: '2.0.0' },
      { folder: 'packages/b', name: '@a/b', version: '1.0.0' }
    ])
  } finally {
    await rm(root, { recursive: true })
  }
})
