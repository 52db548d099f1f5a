/** What the page asks of a worker. */
export interface Program {
  readonly code: string
  /** What `./given` is. */
  readonly given: string
  /** How many seconds pass for the program while one does. */
  readonly speed: number
}

/** What a worker tells the page. */
export type Message =
  | { readonly kind: 'log' | 'warn' | 'error' | 'value' | 'failure'; readonly text: string }
  | { readonly kind: 'end'; readonly milliseconds: number }
