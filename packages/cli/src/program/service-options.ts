import type { ConfigPlace } from '@geoclients/ogc-client/node'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Format } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** The options of every command that uses a server. */
export interface ServiceOptions extends Format {
  readonly baseUrl?: string
  readonly profile?: string
  readonly config?: string
  /** Milliseconds. */
  readonly timeout?: number
}

/** The configuration file of the options, without settings of the environment. */
export function fileOf(terminal: Terminal, { profile, config: configPath }: ServiceOptions): ConfigPlace {
  const { HOME, USERPROFILE } = terminal.env
  return { profile, configPath, env: { HOME, USERPROFILE } }
}

/** Adds the options that select the server and the output format. */
export function withService(command: Command): Command {
  return withFormat(
    command
      .option('--base-url <url>', 'address of the server')
      .option('--profile <name>', 'use this profile')
      .option('--config <file>', 'use this configuration file')
      .option('--timeout <seconds>', 'how long one request may take', seconds)
  )
}

export function withFormat(command: Command): Command {
  return command
    .addOption(new Option('--json', 'write JSON').conflicts('yaml'))
    .addOption(new Option('--yaml', 'write YAML'))
}

/** Seconds as milliseconds. */
export function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('Expected a number of seconds above 0.')
  return value * 1000
}

export function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

/** A TCP port. */
export function port(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Expected a port from 0 to 65535.')
  return Number(text)
}

/** For options that may be given several times. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}
