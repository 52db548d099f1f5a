import type { OgcClient } from '@geoclients/ogc-client'
import { createOgcClient } from '@geoclients/ogc-client/node'
import type { ServiceOptions } from '../program/service-options.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Opens a client with the options, the environment and the configuration file. Its warnings go to `stderr`. */
export function openOgc(
  terminal: Terminal,
  options: ServiceOptions,
  onWarning: (message: string) => void = (message) => terminal.say(printable(`warning: ${message}`))
): Promise<OgcClient> {
  const { baseUrl, profile, config: configPath, timeout } = options
  const onLoginUrl = (url: string): void => terminal.say(printable(`Log in at ${url}`))
  const given = { profile, configPath, timeout, env: terminal.env, onWarning }
  return createOgcClient({
    ...given,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(terminal.isInteractive && { onLoginUrl })
  })
}
