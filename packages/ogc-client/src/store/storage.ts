/** Where a store saves its state: `localStorage`, `sessionStorage`, or anything with the same methods. */
export interface JobStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** The saved value, parsed; undefined if there is none or it cannot be read. */
export function readKept(storage: JobStorage | undefined, key: string): unknown {
  try {
    const text = storage?.getItem(key)
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Saves a value; undefined removes it. Errors of a full or forbidden storage are ignored, because the page still works. */
export function keep(storage: JobStorage | undefined, key: string, value: unknown): void {
  try {
    if (value === undefined) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(value))
  } catch {}
}
