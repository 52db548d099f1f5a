import { UsageError } from '../program/usage-error.ts'
import { Interrupted } from './interrupts.ts'
import type { Terminal } from './terminal.ts'

export interface Choice<T> {
  readonly value: T
  readonly label: string
}

/** Questions to the person at the terminal. Ctrl-C at one of them interrupts the program. */
export class Questions {
  readonly #terminal: Terminal

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  /** @throws UsageError without a terminal; `instead` says how to give the answer then. */
  async text(
    message: string,
    { instead, initial }: { instead: string; initial?: string | undefined }
  ): Promise<string> {
    this.#check(message, instead)
    const { text } = await import('@clack/prompts')
    const validate = (value: string | undefined): string | undefined => (value ? undefined : 'Enter a value.')
    return answerOf(await text({ message, ...(initial && { initialValue: initial }), validate, ...this.#streams }))
  }

  /** Without echo. */
  async secret(message: string, instead: string): Promise<string> {
    this.#check(message, instead)
    const { password } = await import('@clack/prompts')
    const validate = (value: string | undefined): string | undefined => (value ? undefined : 'Enter a value.')
    return answerOf(await password({ message, validate, ...this.#streams }))
  }

  async choice<T extends string>(message: string, choices: readonly Choice<T>[], instead: string): Promise<T> {
    this.#check(message, instead)
    const { select } = await import('@clack/prompts')
    const options = choices.map(({ value, label }) => ({ value: value as string, label }))
    const answer = answerOf(await select<string>({ message, options, ...this.#streams }))
    return choices.find(({ value }) => value === answer)?.value ?? fail()
  }

  async confirm(message: string, instead: string): Promise<boolean> {
    this.#check(message, instead)
    const { confirm } = await import('@clack/prompts')
    return answerOf(await confirm({ message, ...this.#streams }))
  }

  get #streams(): { input: Terminal['stdin']; output: Terminal['stderr'] } {
    return { input: this.#terminal.stdin, output: this.#terminal.stderr }
  }

  #check(message: string, instead: string): void {
    if (!this.#terminal.isInteractive)
      throw new UsageError(`cannot ask without a terminal: ${message}`, { next: instead })
  }
}

function answerOf<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new Interrupted('SIGINT')
  return answer as Exclude<T, symbol>
}

function fail(): never {
  throw new Error('unknown answer')
}
