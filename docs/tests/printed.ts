import { inspect } from 'node:util'

/** What an example says that its lines print, in their order: `console.log(…) // what`; undefined where it says nothing. */
export function promised(code: string): (string | undefined)[] {
  return [...code.matchAll(/console\.log\(.*?\)(?: \/\/ (.*))?$/gm)].map(([, text]) => text)
}

/** What `console.log` was given, in a form that can be compared with what a page says: without spaces and quotes. */
export const asPrinted = (values: readonly unknown[]): string =>
  comparable(
    values.map((value) => (typeof value === 'string' ? value : inspect(value, { breakLength: Infinity }))).join(' ')
  )

export const comparable = (text: string): string => text.replace(/[\s'"]/g, '')
