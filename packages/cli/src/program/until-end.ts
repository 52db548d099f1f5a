import type { Terminal } from '../terminal/terminal.ts'

/** Prints the address of a server, and closes it when the program is interrupted. This is not a failure. */
export async function untilEnd(
  terminal: Terminal,
  server: { readonly url: string; close(): Promise<void> }
): Promise<void> {
  await terminal.print(`${server.url}\n`)
  await new Promise<void>((resolve) => {
    if (terminal.signal.aborted) resolve()
    terminal.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await server.close()
}
