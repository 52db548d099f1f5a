/** Where a store saves its state: `localStorage`, `sessionStorage`, or anything with the same methods. */
export interface JobStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What was kept, parsed; undefined where there is nothing, or nothing that can be read. */
export function readKept(storage: JobStorage | undefined, key: string): unknown {
  try {
    const text = storage?.getItem(key)
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value, or nothing for undefined. A storage that is full or forbidden costs the reload, not the page. */
export function keep(storage: JobStorage | undefined, key: string, value: unknown): void {
  try {
    if (value === undefined) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(value))
  } catch {}
}
