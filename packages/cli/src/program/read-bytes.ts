import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Terminal } from '../terminal/terminal.ts'

/** The bytes of a file, or of what comes by the pipe where the name is `-`. */
export async function readBytes(terminal: Terminal, place: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(place === '-' ? await buffer(terminal.stdin) : await readFile(place))
}
