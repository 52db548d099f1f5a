import { isRecord } from '@geoclients/client-core'
import { unescapeToken } from '../pointer.ts'
import { knownSchema } from './known-schemas.ts'

/** A document that a `$ref` counts from: its root, and its address where it has one. */
export interface Base {
  readonly root: unknown
  readonly url?: string | undefined
}

export interface Target {
  readonly schema: unknown
  readonly base: Base
  /** What the reference calls it. */
  readonly name: string
}

/** Gives the document at an address, whole; undefined where it is not known. Called once for each address. */
export type ResolveReference = (url: string) => unknown

/** Finds what `$ref` means: in the schema itself, in the description around it, or elsewhere. */
export class References {
  readonly #description: unknown
  readonly #resolve: ResolveReference
  readonly #documents = new Map<string, unknown>()

  constructor(description: unknown, resolve: ResolveReference = () => undefined) {
    this.#description = description
    this.#resolve = resolve
  }

  find(ref: string, base: Base): Target | undefined {
    const [address = '', fragment = ''] = splitOnce(ref, '#')
    if (address === '') {
      // Generators write `#/$defs` for their own schema, others for the whole description.
      const roots = base.url === undefined ? [base.root, this.#description] : [base.root]
      return firstOf(roots, (root) => within(root, fragment, { ...base, root }))
    }
    const url = absolute(address, base.url)
    if (url === undefined) return undefined
    const root = this.#document(url)
    return root === undefined ? undefined : within(root, fragment, { root, url })
  }

  #document(url: string): unknown {
    if (!this.#documents.has(url)) this.#documents.set(url, knownSchema(url) ?? this.#resolve(url))
    return this.#documents.get(url)
  }
}

function within(root: unknown, fragment: string, base: Base): Target | undefined {
  const path = fragment === '' ? [] : fragment.split('/').slice(1).map(nameOf)
  if (fragment !== '' && !fragment.startsWith('/')) return undefined
  let schema = root
  for (const token of path) {
    const isThere = (Array.isArray(schema) || isRecord(schema)) && Object.hasOwn(schema, token)
    if (!isThere) return undefined
    schema = (schema as Record<string, unknown>)[token]
  }
  const file = base.url === undefined ? undefined : new URL(base.url).pathname.split('/').at(-1)?.split('.')[0]
  return { schema, base, name: path.at(-1) ?? file ?? 'Value' }
}

function nameOf(token: string): string {
  let text = token
  try {
    text = decodeURIComponent(token)
  } catch {
    // Not every server escapes a percent sign.
  }
  return unescapeToken(text)
}

function absolute(address: string, base: string | undefined): string | undefined {
  return URL.parse(address, base)?.href
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)]
}

function firstOf<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
