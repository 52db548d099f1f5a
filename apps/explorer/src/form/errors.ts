import type { InputIssue } from '@geoclients/ogc-client/schema'
import type { ErrorSchema } from '@rjsf/utils'

type Tree = { __errors?: string[]; [member: string]: Tree | string[] | undefined }

/** The issues at their places in the form. For inputs that are a single field, the issue is at that field. */
export function errorsOf(issues: readonly InputIssue[], whole: ReadonlyMap<string, number>): ErrorSchema {
  const root: Tree = {}
  for (const { pointer, message } of issues) {
    const parts = pointer.split('/').slice(1).map(unescaped)
    const path = parts.slice(0, whole.get(parts[0] ?? '') ?? parts.length)
    let place = root
    for (const part of path) {
      const next = (place[part] as Tree | undefined) ?? {}
      place[part] = next
      place = next
    }
    place.__errors = [...(place.__errors ?? []), message]
  }
  return root as ErrorSchema
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')
