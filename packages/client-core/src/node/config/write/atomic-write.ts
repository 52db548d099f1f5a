import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeWhole } from '../../files/write-whole.ts'

/** Writes a file, whole or not at all, that only its owner can read (0600, a new folder 0700). */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeWhole(path, async (part) => {
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}
