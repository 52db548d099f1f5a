import type { Cell, Table } from '../content.ts'

/** The lines of a CSV (RFC 4180), their cells as text. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let start = 0
  const end = text.length
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  while (start <= end) {
    const [cell, next] = text[start] === '"' ? quoted(text, start) : plain(text, start)
    row.push(cell)
    if (text[next] === ',') start = next + 1
    else {
      endRow()
      start = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1
    }
  }
  return rows
}

function plain(text: string, start: number): [cell: string, next: number] {
  let next = start
  while (next < text.length && text[next] !== ',' && text[next] !== '\n' && text[next] !== '\r') next++
  return [text.slice(start, next), next]
}

function quoted(text: string, start: number): [cell: string, next: number] {
  let cell = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return [cell + text.slice(from), text.length]
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') return [cell, quote + 1]
    cell += '"'
    from = quote + 2
  }
}

/** A table as CSV. What a spreadsheet would take for a formula gets an apostrophe in front. */
export function writeCsv({ columns, rows }: Table): string {
  return [columns, ...rows]
    .map((row) => row.map(written).join(','))
    .map((line) => `${line}\r\n`)
    .join('')
}

function written(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
