import { type FileHandle, open, truncate } from 'node:fs/promises'
import type { FeatureLike } from '@geoclients/cas-client'
import { UsageError } from '../../program/usage-error.ts'
import { readLines } from './lines.ts'

/** One row of a run. */
export interface Row {
  /** Its place in the source. */
  readonly index: number
  /** With what was found. */
  readonly feature: FeatureLike
  /** Why nothing was found. */
  readonly error?: string | undefined
  /** Datasets without a result. */
  readonly failed?: readonly string[] | undefined
  /** Columns that are classes, by what they are classes of. */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
}

/** What a run asked for: a run goes on only with the same. */
export type Header = Readonly<Record<string, unknown>>

const flushAt = 256 * 1024
const syncEvery = 5000

/**
 * The rows of a run as they come, a line each, in a file beside the output. Whatever ends the program leaves whole lines and
 * at most one broken one, which is cut off when the run goes on.
 */
export class Journal {
  readonly #file: FileHandle
  #pending: string[] = []
  #size = 0
  #synced: number = Date.now()
  /** The index of the first row that it was not given. */
  next: number
  /** How many rows are in the file, whatever happens now. */
  kept: number

  private constructor(file: FileHandle, next: number) {
    this.#file = file
    this.next = next
    this.kept = next
  }

  /** @throws UsageError where one is there already */
  static async create(path: string, header: Header): Promise<Journal> {
    const file = await open(path, 'ax').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
      throw new UsageError(`${path} is there: a run has not ended`, {
        next: 'Go on with it: --resume. Begin anew: --force',
        cause
      })
    })
    await file.appendFile(`${JSON.stringify(header)}\n`)
    return new Journal(file, 0)
  }

  /** Goes on with a run. Undefined where there is none, or where it was ended before its first line was whole. */
  static async resume(path: string, header: Header): Promise<Journal | undefined> {
    let end = 0
    let next = 0
    let found: string | undefined
    try {
      for await (const { text, end: at } of readLines(path)) {
        if (found === undefined) found = text
        else if (rowOf(text)?.index === next) next += 1
        else break
        end = at
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
    if (found === undefined) return undefined
    if (found !== JSON.stringify(header)) {
      throw new UsageError(`${path} belongs to a run with another request`, {
        next: 'Use the same file, datasets and options, or start again: --force'
      })
    }
    await truncate(path, end)
    return new Journal(await open(path, 'a'), next)
  }

  async append(row: Row): Promise<void> {
    this.#pending.push(toLine(row))
    this.next = row.index + 1
    this.#size += this.#pending.at(-1)?.length ?? 0
    if (this.#size >= flushAt) await this.flush()
  }

  /** After it a crash of the program loses nothing; from time to time also no power cut. */
  async flush(): Promise<void> {
    const lines = this.#pending.join('')
    this.#pending = []
    this.#size = 0
    // Not `write`, which may write a part only: on a disk that is nearly full, a line would break in the middle.
    await this.#file.appendFile(lines)
    this.kept = this.next
    if (Date.now() - this.#synced < syncEvery) return
    await this.#file.datasync()
    this.#synced = Date.now()
  }

  async close(): Promise<void> {
    try {
      await this.flush()
      await this.#file.datasync()
    } finally {
      await this.#file.close()
    }
  }
}

/** All rows of a journal, in their order. */
export async function* readRows(path: string): AsyncGenerator<Row, void, undefined> {
  let isFirst = true
  for await (const { text } of readLines(path)) {
    const row = isFirst ? undefined : rowOf(text)
    if (row) yield row
    isFirst = false
  }
}

const mark = '$bigint'

/** JSON has no whole numbers beyond 2^53 that JavaScript keeps: the ids of some databases. */
function toLine(row: Row): string {
  return `${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? { [mark]: String(value) } : value))}\n`
}

function rowOf(text: string): Row | undefined {
  try {
    if (!text.includes(mark)) return JSON.parse(text)
    return JSON.parse(text, (_, value) =>
      value !== null && typeof value === 'object' && mark in value ? BigInt(value[mark]) : value
    )
  } catch {
    return undefined
  }
}
