import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Whether places come by a pipe, so that they can be read only once: standard input, or a pipe with a name.
 * @throws what the file system says
 */
export async function isPipe(file: string): Promise<boolean> {
  if (file === '-') return true
  const found = await stat(file)
  if (found.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR', path: file })
  return !found.isFile()
}

/** The bytes of a file or of the pipe. */
export function byteStream(terminal: Terminal, file: string): Readable {
  if (file === '-') return Readable.from(terminal.stdin)
  const bytes = createReadStream(file)
  if (!file.endsWith('.gz')) return bytes
  const unpacked = createGunzip()
  bytes.on('error', (error) => unpacked.destroy(error))
  return bytes.pipe(unpacked)
}
