import type { InputIssue } from '@geoclients/ogc-client/schema'
import type { ErrorSchema } from '@rjsf/utils'

type Tree = { __errors?: string[]; [member: string]: Tree | string[] | undefined }

/** The issues at their places in the form. For inputs that are a single field, the issue is at that field. */
export function errorsOf(issues: readonly InputIssue[], whole: ReadonlyMap<string, number>): ErrorSchema {
  const root = tree()
  for (const { pointer, message } of issues) {
    const parts = pointer.split('/').slice(1).map(unescaped)
    const path = parts.slice(0, whole.get(parts[0] ?? '') ?? parts.length)
    let place = root
    for (const part of path) {
      if (part === '__errors') break // the library has no place for an input of this name
      const next = (place[part] as Tree | undefined) ?? tree()
      place[part] = next
      place = next
    }
    place.__errors = [...(place.__errors ?? []), message]
  }
  return root as ErrorSchema
}

/** Without a prototype, because a server may call an input `constructor` or `__proto__`. */
const tree = (): Tree => Object.create(null)

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')
