/** A message from the page to a worker. */
export interface Program {
  readonly code: string
  /** The prelude behind `./given`. */
  readonly given: string
  /** How many seconds pass for the program in one real second. */
  readonly speed: number
}

/** A program for the worker, with the modules that it imports. The parser that finds them stays in the page. */
export interface ParsedProgram extends Program {
  readonly imports: readonly string[]
}

/** A message from a worker to the page. */
export type Message =
  | { readonly kind: 'log' | 'warn' | 'error' | 'value' | 'failure'; readonly text: string }
  | { readonly kind: 'end'; readonly milliseconds: number }
