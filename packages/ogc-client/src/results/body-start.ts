import { ByteSpool } from './byte-spool.ts'

/** The beginning of a body: all of it, unless it is longer than what may be held in memory. */
export interface BodyStart {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the rest comes from; undefined where `bytes` is all. */
  readonly rest: BodyRest | undefined
}

export interface BodyRest {
  /** The next bytes; undefined at the end. */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>
  cancel(reason: unknown): Promise<void>
}

/** Reads a body to its end or until it is longer than `maxBytes`. */
export async function readStart({ body }: Response, maxBytes: number): Promise<BodyStart> {
  const spool = new ByteSpool()
  const reader = body?.getReader()
  const rest = reader && {
    // A body of fetch is never of shared memory.
    read: async () => (await reader.read()).value as Uint8Array<ArrayBuffer> | undefined,
    cancel: (reason: unknown) => reader.cancel(reason)
  }
  while (rest && spool.length <= maxBytes) {
    const bytes = await rest.read()
    if (!bytes) return { bytes: spool.bytes, rest: undefined }
    spool.append(bytes)
  }
  return { bytes: spool.bytes, rest }
}
