import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { publicPackages } from './api/packages.ts'
import { checkBuilt } from './publish/built.ts'
import { inOrder } from './publish/in-order.ts'
import { addressFrom, withRepository } from './publish/with-repository.ts'

/*
 * `npm run release:pack -- FOLDER`: the tarballs that are published, numbered so that a package follows those that it needs.
 * Writes into each manifest where its package is made from, as the CI says it; nothing of this is committed, so that no copy
 * of the repository names another as its origin.
 */
const root = process.cwd()
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder for the tarballs: npm run release:pack -- FOLDER')
const target = resolve(root, folder)
const address = addressFrom(process.env)
const packages = await Promise.all(
  (await publicPackages(root)).map(async (one) => {
    const manifest = await readFile(join(root, one.folder, 'package.json'), 'utf8')
    await checkBuilt(join(root, one.folder), manifest)
    return { ...one, manifest, needs: Object.keys(JSON.parse(manifest).dependencies ?? {}) }
  })
)
await mkdir(target, { recursive: true })
for (const [index, one] of inOrder(packages).entries()) {
  await writeFile(join(root, one.folder, 'package.json'), withRepository(one.manifest, address, one.folder))
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', target]
  const answer: unknown = JSON.parse(execFileSync('npm', args, { cwd: join(root, one.folder), encoding: 'utf8' }))
  const [packed] = Object.values(answer as Readonly<Record<string, { readonly filename: string }>>)
  if (!packed) throw new Error(`npm packed nothing in ${one.folder}`)
  await rename(join(target, packed.filename), join(target, `${String(index + 1).padStart(2, '0')}-${packed.filename}`))
}
