import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicPackages } from './api/packages.ts'
import { checkBuilt } from './publish/built.ts'
import { addressFrom, withRepository } from './publish/with-repository.ts'

/*
 * A step of `npm run release:publish`: writes into each manifest that is published where its package is made from, as the CI
 * says it. Nothing of this is committed, so that no copy of the repository names another as its origin.
 */
const root = process.cwd()
const address = addressFrom(process.env)
for (const { folder } of await publicPackages(root)) {
  const path = join(root, folder, 'package.json')
  const manifest = await readFile(path, 'utf8')
  await checkBuilt(join(root, folder), manifest)
  await writeFile(path, withRepository(manifest, address, folder))
}
