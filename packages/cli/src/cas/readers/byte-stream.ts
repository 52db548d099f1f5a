import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UsageError } from '../../program/usage-error.ts'
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

/** The bytes of a file or of the pipe, unpacked if they are packed by gzip. An empty file is a `UsageError`. */
export function byteStream(terminal: Terminal, file: string): Readable {
  return Readable.from(bytesOf(terminal, file), { objectMode: false })
}

async function* bytesOf(terminal: Terminal, file: string): AsyncGenerator<Uint8Array> {
  const source: AsyncIterable<Uint8Array> = file === '-' ? terminal.stdin : createReadStream(file)
  const bytes = source[Symbol.asyncIterator]()
  try {
    const start = await bytes.next()
    if (start.done) {
      throw new UsageError(`${nameOf(file)} is empty, expected places`, {
        next: file === '-' ? 'Check the command before the pipe.' : 'Check the program that wrote it.'
      })
    }
    const whole = joined(start.value, bytes)
    const isPacked = start.value[0] === 0x1f && start.value[1] === 0x8b
    yield* isPacked ? unpacked(whole, file) : whole
  } finally {
    await bytes.return?.()
  }
}

async function* joined(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* unpacked(packed: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!code.startsWith('Z_')) throw cause
    const what = code === 'Z_BUF_ERROR' ? 'is cut off' : 'is damaged'
    throw new UsageError(`${nameOf(file)} is packed by gzip and ${what}`, { cause, next: 'Check it: gzip --test' })
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'what comes by the pipe' : file
}
