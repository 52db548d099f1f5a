import { parseArgs } from 'node:util'
import type { MockServer, ServeOptions } from './serve.ts'

/** A flag of one mock. It may be repeated. */
export interface Flag {
  /** Placeholder of the value in the help. */
  readonly value: string
  readonly help: string
}

export interface CommandLine<Name extends string> {
  /** First line of the help. */
  readonly title: string
  /** Default port. */
  readonly port: number
  readonly flags: Readonly<Record<Name, Flag>>
  /** Starts the mock. A missing flag is undefined; latency is in milliseconds. */
  readonly serve: (
    flags: Readonly<Partial<Record<Name, string[]>>>,
    latency: number,
    options: ServeOptions
  ) => Promise<MockServer>
}

const common: Readonly<Record<string, Flag>> = {
  port: { value: 'N', help: '0 selects a free port' },
  host: { value: 'NAME', help: 'default 127.0.0.1' },
  latency: { value: 'MS', help: 'milliseconds before each answer, default 0' }
}

/** Serves a mock from a command line, until SIGINT or SIGTERM. An error is printed, and the exit code is 1. */
export async function serveFromCommandLine<Name extends string>(command: CommandLine<Name>): Promise<void> {
  try {
    const { help, flags } = readFlags(Object.keys(command.flags))
    if (help) return console.log(helpOf(command))
    const port = readCount('port', flags.port?.at(-1) ?? String(command.port))
    const latency = readCount('latency', flags.latency?.at(-1) ?? '0')
    const own: Readonly<Partial<Record<string, string[]>>> = flags
    const server = await command.serve(own as Partial<Record<Name, string[]>>, latency, {
      port,
      host: flags.host?.at(-1)
    })
    console.log(server.url)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** @throws TypeError if the text is not a whole number */
export function readCount(name: string, text: string = ''): number {
  if (!/^\d+$/.test(text)) throw new TypeError(`--${name} takes a whole number, not '${text}'.`)
  return Number(text)
}

function readFlags(own: readonly string[]): { help: boolean; flags: Partial<Record<string, string[]>> } {
  const names = [...Object.keys(common), ...own]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true } as const]))
  const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } })
  const { help = false, ...flags } = values
  return { help: help === true, flags }
}

function helpOf({ title, port, flags }: CommandLine<string>): string {
  const all = Object.entries<Flag>({ ...common, ...flags })
  const width = Math.max(...all.map(([name, { value }]) => name.length + value.length)) + 5
  const lines = all.map(([name, { value, help }]) => {
    const standard = name === 'port' ? `default ${port}; ` : ''
    return `  ${`--${name} ${value}`.padEnd(width)}${standard}${help}`
  })
  return [title, '', ...lines, '  --help'].join('\n')
}
