import type { Stats } from 'node:fs'
import { constants, type FileHandle, open, stat } from 'node:fs/promises'

/** What is wrong with a file, in words that follow its path. Nothing of its content is in them. */
export class FileProblem extends Error {
  /** The code of the system, if it was the system that refused. */
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

export interface TextFile {
  readonly text: string
  readonly stats: Stats
}

/** What a file must be. */
export interface ExpectedFile {
  /** Follows "text of", such as `YAML or JSON`. */
  readonly content: string
  readonly maxBytes: number
}

/**
 * Reads a small text file; undefined if there is none. Neither a named pipe nor a device is opened: to read one may never
 * end. What grows while it is read is read to its bound only.
 *
 * @throws FileProblem if it is no regular file, too long, not UTF-8 or cannot be read.
 */
export async function readTextFile(path: string, expected: ExpectedFile): Promise<TextFile | undefined> {
  try {
    checkKind(await stat(path), expected)
    // Without NONBLOCK a pipe that took the file's place in between would hold up the program. Windows has no such flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await file.stat()
      checkKind(stats, expected)
      const bytes = await readUpTo(file, expected.maxBytes)
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), stats }
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause
    if (cause instanceof TypeError) throw new FileProblem(`is not UTF-8: expected text of ${expected.content}`)
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES' || code === 'EPERM') throw new FileProblem('cannot be read: no read permission', code)
    throw new FileProblem(`cannot be read: ${code}`, code)
  }
}

function checkKind(stats: Stats, { content, maxBytes }: ExpectedFile): void {
  if (!stats.isFile()) throw new FileProblem(`is ${kindOf(stats)}: expected a file of ${content}`)
  if (stats.size > maxBytes) throw new FileProblem(`is ${stats.size} bytes long: expected at most ${maxBytes}`)
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** The length that the system tells may be wrong: files of `/proc` have none, and others grow. */
async function readUpTo(file: FileHandle, maxBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(maxBytes + 1)
  let length = 0
  while (length <= maxBytes) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
  }
  throw new FileProblem(`is longer than ${maxBytes} bytes`)
}
