import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** Every module that importing a file loads, files as paths and packages that are left to others as they are written. */
export async function loadedBy(file: string, seen: Set<string> = new Set()): Promise<ReadonlySet<string>> {
  if (seen.has(file)) return seen
  seen.add(file)
  const { importedFiles } = ts.preProcessFile(await readFile(file, 'utf8'), true, true)
  for (const { fileName } of importedFiles) {
    if (fileName.startsWith('.')) await loadedBy(join(dirname(file), fileName), seen)
    else if (fileName.startsWith('@geoclients/')) await loadedBy(fileURLToPath(import.meta.resolve(fileName)), seen)
    else seen.add(fileName)
  }
  return seen
}
