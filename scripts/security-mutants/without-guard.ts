import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { orUndone } from '../update/undo.ts'
import type { Mutant } from './list.ts'

/** Does work while a guard is taken out. It stands in its file again afterwards, also where the work fails or is interrupted. */
export function withoutGuard<T>(
  root: string,
  { file, text, instead }: Omit<Mutant, 'test'>,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const path = join(root, file)
  return orUndone([path], async (signal) => {
    const before = await readFile(path, 'utf8')
    await writeFile(
      path,
      before.replace(text, () => instead)
    )
    const result = await work(signal)
    await writeFile(path, before)
    return result
  })
}
