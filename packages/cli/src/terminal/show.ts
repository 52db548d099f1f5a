import { printable } from './printable.ts'
import { alignedTable, plainTable, type Table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** How a result is written. */
export interface Format {
  readonly json?: boolean | undefined
  readonly yaml?: boolean | undefined
}

/** A result: the data for programs, and a view for people. */
export interface Shown {
  readonly data: unknown
  readonly view: readonly (Table | string)[]
}

/** Writes a result as JSON, as YAML, as aligned tables on a terminal, or as tab-separated lines into a pipe. */
export async function show(terminal: Terminal, { json, yaml }: Format, { data, view }: Shown): Promise<void> {
  if (json) return terminal.print(`${JSON.stringify(data, null, 2)}\n`)
  if (yaml) {
    const { stringify } = await import('yaml')
    return terminal.print(stringify(data))
  }
  for (const part of view)
    await terminal.print(typeof part === 'string' ? `${printable(part)}\n` : await table(terminal, part))
}

function table(terminal: Terminal, part: Table): Promise<string> | string {
  const width = terminal.widthOf(terminal.stdout)
  if (width === undefined) return plainTable(part)
  return alignedTable(part, width, (text) => terminal.style(terminal.stdout, 'bold', text))
}
