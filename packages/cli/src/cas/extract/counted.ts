export const numbers: Intl.NumberFormat = new Intl.NumberFormat('en')

/** A number with its word: `1 row`, `2,000 rows`. */
export function counted(count: number, word: string): string {
  return `${numbers.format(count)} ${word}${count === 1 ? '' : 's'}`
}
