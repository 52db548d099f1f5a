/** A line that says what comes next. */
export function heading(text: string): void {
  console.log(`\n${text}`)
}

/** Two columns. */
export function printTable(rows: ReadonlyMap<string, string>): void {
  for (const [id, text] of rows) console.log(`  ${id.padEnd(30)} ${text}`)
}
