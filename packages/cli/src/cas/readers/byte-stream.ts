import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Terminal } from '../../terminal/terminal.ts'

/** The bytes of a file or of the pipe. @throws what the file system says, before anything is read */
export async function byteStream(terminal: Terminal, file: string): Promise<Readable> {
  if (file === '-') return Readable.from(terminal.stdin)
  const handle = await open(file)
  const isFolder = (await handle.stat()).isDirectory()
  await handle.close()
  if (isFolder) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR', path: file })
  const bytes = createReadStream(file)
  if (!file.endsWith('.gz')) return bytes
  const unpacked = createGunzip()
  bytes.on('error', (error) => unpacked.destroy(error))
  return bytes.pipe(unpacked)
}
