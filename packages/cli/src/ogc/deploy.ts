import type { ProcessPackage } from '@geoclients/ogc-client'
import { readBytes } from '../program/read-bytes.ts'
import type { ServiceOptions } from '../program/service-options.ts'
import { UsageError } from '../program/usage-error.ts'
import { Questions } from '../terminal/ask.ts'
import { show } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openOgc } from './open.ts'

export interface DeployOptions extends ServiceOptions {
  /** Which workflow of a CWL document. */
  readonly workflow?: string
}

export interface UndeployOptions extends ServiceOptions {
  readonly yes?: boolean
}

/** Deploys a process from a package: JSON, or CWL as YAML. */
export async function deploy(terminal: Terminal, file: string, options: DeployOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const given = await packageIn(terminal, file)
  const data = await ogc.deployProcess(given, queryOf(options), { signal: terminal.signal })
  await show(terminal, options, { data, view: [{ rows: Object.entries(data) }] })
}

/** Replaces a process with another package. */
export async function replace(terminal: Terminal, id: string, file: string, options: DeployOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const given = await packageIn(terminal, file)
  const data = await ogc.replaceProcess(id, given, queryOf(options), { signal: terminal.signal })
  await show(terminal, options, { data, view: [{ rows: Object.entries(data) }] })
}

/** Removes a process. Asks first, because it cannot be undone. */
export async function undeploy(terminal: Terminal, id: string, options: UndeployOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const isSure =
    options.yes || (await new Questions(terminal).confirm(`Remove the process ${id}?`, 'To confirm: --yes'))
  if (!isSure) return terminal.say('Nothing was removed.')
  await ogc.undeployProcess(id, { signal: terminal.signal })
  terminal.say(`${id} was removed.`)
}

function queryOf({ workflow }: DeployOptions) {
  return workflow === undefined ? {} : { workflow }
}

/** JSON as an object; CWL in YAML as the text that it is. */
async function packageIn(terminal: Terminal, file: string): Promise<ProcessPackage> {
  const text = new TextDecoder().decode(await readBytes(terminal, file))
  if (text.trim() === '') throw new UsageError(`${file} is empty, expected a package`)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
