/** Prints the title of the next step. */
export function heading(text: string): void {
  console.log(`\n${text}`)
}

/** Prints two columns. */
export function printTable(rows: ReadonlyMap<string, string>): void {
  for (const [id, text] of rows) console.log(`  ${id.padEnd(30)} ${text}`)
}
