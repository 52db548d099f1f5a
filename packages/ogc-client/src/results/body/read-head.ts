import { keepDeadline } from '@geoclients/client-core'
import { ByteSpool } from '../../utils/byte-buffer.ts'

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
  /** Whether the rest must come within the time of the call, as long as nothing of it is handed out. */
  keepDeadline(keep: boolean): void
}

/** Reads a body to its end, until it is longer than `maxBytes`, or until `enough` is aborted. */
export async function readStart(response: Response, maxBytes: number, enough?: AbortSignal): Promise<BodyStart> {
  const spool = new ByteSpool()
  const reader = response.body?.getReader()
  const rest = reader && {
    // A body of fetch is never of shared memory.
    read: async () => (await reader.read()).value as Uint8Array<ArrayBuffer> | undefined,
    cancel: (reason: unknown) => reader.cancel(reason),
    keepDeadline: (keep: boolean) => keepDeadline(response, keep)
  }
  enough?.addEventListener('abort', () => void reader?.cancel().catch(() => {}), { once: true })
  while (rest && spool.length <= maxBytes) {
    const bytes = await rest.read()
    if (!bytes) return { bytes: spool.bytes, rest: undefined }
    spool.append(bytes)
  }
  return { bytes: spool.bytes, rest }
}
