import { writeFile } from 'node:fs/promises'
import { writeWhole } from '@geoclients/client-core/node'

/** Writes a file whole or not at all. */
export function replaceFile(path: string, text: string): Promise<void> {
  return writeWhole(path, (part) => writeFile(part, text))
}
