import { isMap } from '../openapi-keys.ts'

/** The keys of a JSON pointer, with or without the `#` before it. */
export function keysOf(pointer: string): string[] {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What a list of keys leads to; undefined where there is nothing. */
export function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)]
    return isMap(node) && Object.hasOwn(node, key) ? node[key] : undefined
  }, document)
}
