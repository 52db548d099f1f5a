import type { CasClient } from '@geoclients/cas-client'
import { createCasClient } from '@geoclients/cas-client/node'
import type { ServiceOptions } from '../program/service-options.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface CasOptions extends ServiceOptions {
  /** Maximum number of requests per minute. */
  readonly rate?: number
}

/** Opens a client with the options, the environment and the configuration file. Its warnings go to `stderr`. */
export function openCas(terminal: Terminal, options: CasOptions): Promise<CasClient> {
  const { baseUrl, profile, config: configPath, timeout, rate: requestsPerMinute } = options
  const onWarning = (message: string): void => terminal.say(printable(`warning: ${message}`))
  const given = { profile, configPath, timeout, requestsPerMinute, env: terminal.env, onWarning }
  return createCasClient({ ...given, ...(baseUrl !== undefined && { baseUrl }) })
}
