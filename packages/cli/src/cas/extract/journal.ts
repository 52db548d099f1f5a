import { type FileHandle, open, truncate } from 'node:fs/promises'
import type { FeatureLike } from '@geoclients/cas-client'
import { UsageError } from '../../program/usage-error.ts'
import { readLines } from './lines.ts'

/** One row of a run. */
export interface Row {
  /** Its position in the source. */
  readonly index: number
  /** The feature with the extracted values. */
  readonly feature: FeatureLike
  /** The reason, if the row failed. */
  readonly error?: string | undefined
  /** Datasets without a result. */
  readonly failed?: readonly string[] | undefined
  /** Columns that are classes of a distribution, by its name. */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
}

/** The request of a run. A run can be continued only with the same request. */
export type Header = Readonly<Record<string, unknown>>

const flushAt = 256 * 1024
const syncEvery = 5000

/**
 * The rows of a run, one per line, in a file next to the output. If the program is killed, at most the last line is broken. It
 * is removed when the run continues.
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
      throw new UsageError(`${path} exists, because an earlier run has not ended`, {
        next: 'To continue it: --resume. To start again: --force',
        cause
      })
    })
    await file.appendFile(`${JSON.stringify(header)}\n`)
    return new Journal(file, 0)
  }

  /** Continues a run. Undefined if there is none, or if it ended before its first line was complete. */
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
    checkHeader(path, found, header)
    await truncate(path, end)
    return new Journal(await open(path, 'a'), next)
  }

  async append(row: Row): Promise<void> {
    this.#pending.push(toLine(row))
    this.next = row.index + 1
    this.#size += this.#pending.at(-1)?.length ?? 0
    if (this.#size >= flushAt) await this.flush()
  }

  /** After this, a crash of the program loses nothing. From time to time, the file is also synced to disk. */
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

function checkHeader(path: string, found: string, header: Header): void {
  if (found === JSON.stringify(header)) return
  throw new UsageError(`${path} belongs to a run with other arguments`, {
    next: 'Use the same file, datasets and options. To start again: --force alone'
  })
}

/**
 * All rows of a journal in order.
 *
 * @throws UsageError if `header` is given and the run had other arguments
 */
export async function* readRows(path: string, header?: Header): AsyncGenerator<Row, void, undefined> {
  let isFirst = true
  for await (const { text } of readLines(path)) {
    if (isFirst && header) checkHeader(path, text, header)
    const row = isFirst ? undefined : rowOf(text)
    if (row) yield row
    isFirst = false
  }
}

const mark = '$bigint'

/**
 * Writes a row as JSON with exact integers beyond 2^53, such as the ids of some databases. An object of the source that looks
 * like one has its value in a list.
 */
function toLine(row: Row): string {
  return `${JSON.stringify(row, (_, value) => {
    if (typeof value === 'bigint') return { [mark]: String(value) }
    return isMarked(value) ? { ...value, [mark]: [value[mark]] } : value
  })}\n`
}

function rowOf(text: string): Row | undefined {
  try {
    if (!text.includes(mark)) return JSON.parse(text)
    return JSON.parse(text, (_, value) => {
      if (!isMarked(value)) return value
      const { [mark]: marked } = value
      return Array.isArray(marked) ? { ...value, [mark]: marked[0] } : BigInt(String(marked))
    })
  } catch {
    return undefined
  }
}

function isMarked(value: unknown): value is Readonly<Record<typeof mark, unknown>> {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, mark)
}
