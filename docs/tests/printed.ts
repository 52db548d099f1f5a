import { inspect } from 'node:util'

/** The output that an example promises, in order: `console.log(…) // output`. Undefined for lines without such a comment. */
export function promised(code: string): (string | undefined)[] {
  return [...code.matchAll(/console\.log\(.*?\)(?: \/\/ (.*))?$/gm)].map(([, text]) => text)
}

/** The arguments of `console.log` in a form that can be compared with a page: without spaces and quotes. */
export const asPrinted = (values: readonly unknown[]): string =>
  comparable(
    values.map((value) => (typeof value === 'string' ? value : inspect(value, { breakLength: Infinity }))).join(' ')
  )

export const comparable = (text: string): string => text.replace(/[\s'"]/g, '')
