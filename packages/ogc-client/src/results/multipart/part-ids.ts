import { nameless } from '../context.ts'
import { UniqueNames } from '../output-ids.ts'
import type { Part } from './lazy-parts.ts'

/** Assigns output ids to the parts of a multipart body, all available ones at a time. */
export class PartNames {
  readonly #outputIds: () => Promise<readonly string[]>
  readonly #unique = new UniqueNames()
  /** Number of described outputs that were already assigned. */
  #had = 0

  constructor(outputIds: () => Promise<readonly string[]>) {
    this.#outputIds = outputIds
  }

  /** A unique id for each part. A part without a name is the next described output that is missing. */
  async of(parts: readonly Part[]): Promise<string[]> {
    const own = parts.map(({ headers }) => ownName(headers))
    const asks = own.some((name) => name === undefined || name.includes('@'))
    const ids = asks ? await this.#outputIds() : []
    const known = new Set(ids)
    const names = own.map((name) => name && withoutJob(name, known))
    const taken = new Set(names)
    const missing = (): string | undefined => {
      for (; this.#had < ids.length; this.#had++) {
        const id = ids[this.#had] as string
        if (!taken.has(id) && !this.#unique.has(id)) return id
      }
      return undefined
    }
    return names.map((name) => this.#unique.of(name ?? missing() ?? `${nameless}${this.#unique.size + 1}`))
  }
}

/** The name in `Content-ID` (`<output>`, `output` or `cid:output`), or else in `Content-Disposition` (weaver sends both). */
function ownName(headers: Headers): string | undefined {
  const id = headers.get('Content-ID')?.trim().replace(/^<|>$/g, '')
  if (id?.startsWith('cid:')) return decoded(id.slice(4)) || undefined
  return id || /;\s*name="?([^";]+)/i.exec(headers.get('Content-Disposition') ?? '')?.[1]?.trim() || undefined
}

/** Removes the job id from weaver's `<output@job>`. */
function withoutJob(name: string, known: ReadonlySet<string>): string {
  const at = name.indexOf('@', 1)
  return known.has(name) || at < 0 ? name : name.slice(0, at)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
