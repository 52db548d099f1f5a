import { access } from 'node:fs/promises'
import { join } from 'node:path'

type Target = string | { readonly [condition: string]: Target }

/** Throws where something that a package exports is not there: it was not built, and npm would publish it all the same. */
export async function checkBuilt(folder: string, manifest: string): Promise<void> {
  const { name, exports } = JSON.parse(manifest) as { name: string; exports: Target }
  for (const file of filesIn(exports)) {
    await access(join(folder, file)).catch(() => {
      throw new Error(`${name} exports ${file}, which is not there: npm run build`)
    })
  }
}

function filesIn(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(filesIn)
}
