import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The program as it was built. */
export const program: string = join(import.meta.dirname, '../../dist/main.js')

/** A `PATH` on which the program is `geoclients`, in a folder below `folder`. */
export async function pathWithProgram(folder: string): Promise<string> {
  const shim = join(folder, 'bin')
  await mkdir(shim)
  await writeFile(join(shim, 'geoclients'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  await chmod(join(shim, 'geoclients'), 0o755)
  return [shim, join(process.execPath, '..'), process.env.PATH].join(delimiter)
}
