import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicPackages } from './api/packages.ts'
import { addressFrom, withRepository } from './repository/with-repository.ts'

/*
 * A step of `npm run release:upload`: writes into each manifest that is published where its package is made from, as the CI
 * says it. Nothing of this is committed, so that no copy of the repository names another as its origin.
 */
const root = process.cwd()
const address = addressFrom(process.env)
for (const { folder } of await publicPackages(root)) {
  const path = join(root, folder, 'package.json')
  await writeFile(path, withRepository(await readFile(path, 'utf8'), address, folder))
}
