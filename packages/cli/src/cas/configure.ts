import { type CasConfig, createCasClient, loadConfig, saveConfig } from '@geoclients/cas-client/node'
import { readBytes } from '../program/read-bytes.ts'
import { fileOf, type ServiceOptions } from '../program/service-options.ts'
import { Questions } from '../terminal/ask.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ConfigureOptions extends ServiceOptions {
  /** A file with the key; `-` is standard input. */
  readonly secretFile?: string
}

/** Saves the address, and the key, if there is one. The key is first tried with the service. */
export async function configure(terminal: Terminal, options: ConfigureOptions): Promise<void> {
  const { secretFile, timeout } = options
  const place = fileOf(terminal, options)
  const known: CasConfig = await loadConfig(place).catch((): CasConfig => ({}))
  const questions = new Questions(terminal)
  const instead = 'Pass --base-url URL.'
  const baseUrl =
    options.baseUrl ?? (await questions.text('Address of the service', { instead, initial: known.baseUrl }))
  const apiKey = await keyOf(terminal, questions, secretFile)
  if (apiKey !== undefined) {
    using cas = await createCasClient({ config: { baseUrl, apiKey }, timeout })
    await cas.providers({ limit: 1 }, { signal: terminal.signal })
  }
  const config = { baseUrl, ...(apiKey !== undefined && { apiKey }) }
  const path = await saveConfig(config, { ...place, secrets: apiKey !== undefined })
  terminal.say(`Saved in ${path}${apiKey === undefined ? '' : ', which only you can read'}.`)
}

async function keyOf(
  terminal: Terminal,
  questions: Questions,
  secretFile: string | undefined
): Promise<string | undefined> {
  if (secretFile !== undefined) {
    return new TextDecoder().decode(await readBytes(terminal, secretFile)).replace(/\r?\n$/, '') || undefined
  }
  if (!terminal.isInteractive || !(await questions.confirm('Does the service require a key?', ''))) return undefined
  return questions.secret('Key', '')
}
