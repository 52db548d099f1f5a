import { join } from 'node:path'
import { readAddress } from '@geoclients/explorer/address'
import { serveExplorer } from '@geoclients/explorer/serve'
import { untilEnd } from '../program/until-end.ts'
import { UsageError } from '../program/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ExploreOptions {
  readonly cas?: string
  readonly port: number
}

/** Serves the explorer, which is beside the built program, until Ctrl-C. */
export async function explore(
  terminal: Terminal,
  url: string | undefined,
  { cas, port }: ExploreOptions
): Promise<void> {
  const folder = join(import.meta.dirname, 'explorer')
  const servers = { ogc: checked('url', url), cas: checked('--cas', cas) }
  await untilEnd(terminal, await serveExplorer({ folder, ...servers, port }))
}

const faults = {
  'not-http': 'expected an address such as https://example.com/ogc',
  'has-credentials': 'it has a user name or a password: leave them out, and sign in on the page',
  'has-query': 'it has a query, which may be a key: leave it out, and sign in on the page'
} as const

/** The address, which is not repeated where it may hold a secret. */
function checked(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const read = readAddress(text)
  if ('fault' in read) throw new UsageError(`${name} cannot be used: ${faults[read.fault]}`)
  return read.address
}
