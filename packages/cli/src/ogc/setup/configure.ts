import type { AuthSettings, OgcConfig } from '@geoclients/ogc-client/node'
import { loadConfig, saveConfig } from '@geoclients/ogc-client/node'
import { fileOf, type ServiceOptions } from '../../program/service-options.ts'
import { Questions } from '../../terminal/ask.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { type AuthType, authQuestions } from './auth-questions.ts'

export interface ConfigureOptions extends ServiceOptions {
  readonly authType?: AuthType
  readonly username?: string
  readonly loginUrl?: string
  readonly tokenUrl?: string
  readonly issuerUrl?: string
  readonly clientId?: string
  readonly header?: string
}

/** Saves the address and the way to log in, without secrets, in the file that cuiman also uses. Asks for missing settings. */
export async function configure(terminal: Terminal, options: ConfigureOptions): Promise<void> {
  const place = fileOf(terminal, options)
  const known: OgcConfig = await loadConfig(place).catch((): OgcConfig => ({}))
  const questions = new Questions(terminal)
  const instead = 'Pass --base-url URL and --auth-type TYPE.'
  const baseUrl =
    options.baseUrl ?? (await questions.text('Address of the server', { instead, initial: known.baseUrl }))
  const authType = options.authType ?? (await chooseType(terminal, questions, instead))
  const auth = await authOf(authType, options, questions)
  const path = await saveConfig({ baseUrl, auth }, place)
  terminal.say(`Saved in ${path}.`)
  if (authQuestions[authType].secrets.length > 0 || authType === 'oidc') terminal.say('To log in: geoclients ogc login')
}

function chooseType(terminal: Terminal, questions: Questions, instead: string): Promise<AuthType> | AuthType {
  if (!terminal.isInteractive) return 'none'
  const choices = Object.entries(authQuestions).map(([value, { label }]) => ({ value: value as AuthType, label }))
  return questions.choice('How do you log in to the server?', choices, instead)
}

async function authOf(authType: AuthType, options: ConfigureOptions, questions: Questions): Promise<AuthSettings> {
  const answers: Record<string, string> = {}
  for (const { name, option, label, optional } of authQuestions[authType].settings) {
    const given = options[option]
    if (given !== undefined) answers[name] = given
    else if (!optional) answers[name] = await questions.text(label, { instead: `Give --${kebab(option)}.` })
  }
  return authQuestions[authType].of(answers)
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
