/** Control characters except tab and line feed, because a server must not control the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Foreign text in a form that is safe for a terminal. */
export function printable(text: string): string {
  return text.replace(controls, '')
}

/** A value as one cell of a table. */
export function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return printable(text.replace(/\s+/g, ' ').trim())
}
