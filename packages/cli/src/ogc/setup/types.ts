import { readFile } from 'node:fs/promises'
import { generateProcessTypes, readDescriptions } from '@geoclients/typegen'
import { replaceFile } from '../../program/replace-file.ts'
import type { ServiceOptions } from '../../program/service-options.ts'
import { UsageError } from '../../program/usage-error.ts'
import { pause } from '../../terminal/pause.ts'
import { printable } from '../../terminal/printable.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { openOgc } from '../open.ts'

export interface TypesOptions extends ServiceOptions {
  readonly output?: string
  readonly watch?: boolean
  readonly check?: boolean
  /** Between two looks at the server, in milliseconds. */
  readonly interval?: number
}

/** Writes the types of a server's processes, once or whenever they change; or says whether a file is up to date. */
export async function types(terminal: Terminal, url: string | undefined, options: TypesOptions): Promise<void> {
  const { output, watch = false, check = false, interval = 10_000 } = options
  if ((watch || check) && output === undefined) throw new UsageError('--watch and --check need -o FILE')
  using ogc = await openOgc(terminal, url === undefined ? options : { ...options, baseUrl: url })
  const source = ogc.config.baseUrl
  const read = async (): Promise<string> =>
    generateProcessTypes(await readDescriptions(ogc, { signal: terminal.signal }), { source })
  const text = await read()
  if (output === undefined) return terminal.print(text)
  const before = await readFile(output, 'utf8').catch(() => undefined)
  if (check) {
    if (before === text) return terminal.say(`${output} is up to date.`)
    throw new UsageError(`${output} ${before === undefined ? 'does not exist' : 'is out of date'}`, {
      next: `To update it: geoclients ogc types ${source} -o ${output}`
    })
  }
  await write(terminal, output, before, text)
  for (let last = text; watch; ) {
    await pause(interval, terminal.signal)
    // The server may be down for a moment while it changes.
    const next = await read().catch((error: unknown) => {
      terminal.signal.throwIfAborted()
      terminal.say(printable(`${error instanceof Error ? error.message : error}: trying again`))
      return last
    })
    if (next !== last) await write(terminal, output, last, next)
    last = next
  }
}

async function write(terminal: Terminal, path: string, before: string | undefined, text: string): Promise<void> {
  if (text === before) return terminal.say(`${path} is up to date.`)
  await replaceFile(path, text)
  terminal.say(`${path} written.`)
}
