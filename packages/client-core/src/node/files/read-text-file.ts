import type { Stats } from 'node:fs'
import { constants, type FileHandle, open, stat } from 'node:fs/promises'

/** A problem with a file, as text that follows its path. It never quotes the content. */
export class FileProblem extends Error {
  /** The system's error code, if the system refused. */
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
 * Reads a small text file; undefined if there is none. Named pipes and devices are not opened, because reading them may
 * never end. A file that grows meanwhile is read only up to the limit.
 *
 * @throws FileProblem if it is not a regular file, is too long, is not UTF-8 or cannot be read.
 */
export async function readTextFile(path: string, expected: ExpectedFile): Promise<TextFile | undefined> {
  try {
    checkKind(await stat(path), expected)
    // Without NONBLOCK, a pipe that has replaced the file meanwhile would block the program. Windows has no such flag.
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
    if (cause instanceof TypeError) throw new FileProblem(`is not UTF-8: expected ${expected.content} in UTF-8`)
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

/** Reads up to a limit. The reported length may be wrong: files in `/proc` have none, and others grow. */
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
