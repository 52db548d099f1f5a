import type { InputIssue } from '@geoclients/ogc-client/schema'
import type { ErrorSchema } from '@rjsf/utils'

type Tree = { __errors?: string[]; [member: string]: Tree | string[] | undefined }

/** What is wrong, each at its place in the form. The inputs whose value is one field to the form keep it there. */
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
