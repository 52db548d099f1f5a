/** What the page asks of a worker. */
export interface Program {
  readonly code: string
  /** What `./given` is. */
  readonly given: string
  /** How many seconds pass for the program while one does. */
  readonly speed: number
}

/** A program as the worker gets it, with the modules that it names: their parser stays in the page. */
export interface ParsedProgram extends Program {
  readonly imports: readonly string[]
}

/** What a worker tells the page. */
export type Message =
  | { readonly kind: 'log' | 'warn' | 'error' | 'value' | 'failure'; readonly text: string }
  | { readonly kind: 'end'; readonly milliseconds: number }
